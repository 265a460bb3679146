namespace FitServerless.Adapters.Devices;

/// <summary>What is synced by device.</summary>
public static class DeviceCollections
{
    public const string Plans = "plans";
    public const string Sessions = "sessions";
    public const string Cards = "cards";

    public static readonly IReadOnlyList<string> All = [Plans, Sessions, Cards];
}
