namespace FitServerless.Adapters.Devices;

/// <summary>What a number counts since 1970.</summary>
public enum UnixUnit
{
    Milliseconds,
    Seconds,
}
