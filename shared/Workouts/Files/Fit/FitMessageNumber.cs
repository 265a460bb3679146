namespace FitServerless.Workouts.Files.Fit;

/// <summary>The messages of FIT's profile that make an activity.</summary>
internal static class FitMessageNumber
{
    public const ushort FileId = 0;
    public const ushort Sport = 12;
    public const ushort Session = 18;
    public const ushort Lap = 19;
    public const ushort Record = 20;
    public const ushort Event = 21;
    public const ushort DeviceInfo = 23;
    public const ushort Activity = 34;
    public const ushort FieldDescription = 206;
    public const ushort DeveloperDataId = 207;
}
