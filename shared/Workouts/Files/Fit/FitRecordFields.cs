using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>The fields of a <c>record</c> message that are channels, with their scale and offset.</summary>
internal static class FitRecordFields
{
    public const byte CompressedSpeedDistance = 8;
    public const byte FractionalCadence = 53;

    /// <summary>The later of two fields of one channel is the finer one and wins.</summary>
    public static readonly FitRecordField[] All =
    [
        new(0, Channel.Latitude, FitBaseType.Int, 1, 0),
        new(1, Channel.Longitude, FitBaseType.Int, 1, 0),
        new(2, Channel.Altitude, FitBaseType.UShort, 5, 500),
        new(3, Channel.Heartrate, FitBaseType.Byte, 1, 0),
        new(4, Channel.Cadence, FitBaseType.Byte, 1, 0),
        new(5, Channel.Distance, FitBaseType.UInt, 100, 0),
        new(6, Channel.Speed, FitBaseType.UShort, 1000, 0),
        new(7, Channel.Power, FitBaseType.UShort, 1, 0),
        new(13, Channel.Temperature, FitBaseType.SByte, 1, 0),
        new(73, Channel.Speed, FitBaseType.UInt, 1000, 0),
        new(78, Channel.Altitude, FitBaseType.UInt, 5, 500),
    ];
}
