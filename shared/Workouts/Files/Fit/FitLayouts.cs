namespace FitServerless.Workouts.Files.Fit;

/// <summary>
/// What an activity file is made of (https://developer.garmin.com/fit/file-types/activity/). Times are seconds of FIT's epoch, durations
/// milliseconds, distances centimetres, speeds millimetres a second.
/// </summary>
internal static class FitLayouts
{
    public const byte ProductNameSize = 64;

    /// <summary>Type, manufacturer, product, serial number, time created, product name.</summary>
    public static readonly FitLayout FileId = new(
        FitMessageNumber.FileId,
        new(0, FitBaseType.Enum), new(1, FitBaseType.UShort), new(2, FitBaseType.UShort), new(3, FitBaseType.UIntZ),
        new(4, FitBaseType.UInt), new(8, FitBaseType.Text, Length: ProductNameSize));

    /// <summary>Timestamp, event, type.</summary>
    public static readonly FitLayout Event = new(
        FitMessageNumber.Event, Timestamp, new(0, FitBaseType.Enum), new(1, FitBaseType.Enum));

    /// <summary>Index, timestamp, event, type, start, elapsed, timer, distance, calories, heart rates, cadence, powers, speed.</summary>
    public static readonly FitLayout Lap = new(
        FitMessageNumber.Lap,
        Index, Timestamp, new(0, FitBaseType.Enum), new(1, FitBaseType.Enum), new(2, FitBaseType.UInt), new(7, FitBaseType.UInt, 1000),
        new(8, FitBaseType.UInt, 1000), new(9, FitBaseType.UInt, 100), new(11, FitBaseType.UShort), new(15, FitBaseType.Byte),
        new(16, FitBaseType.Byte), new(17, FitBaseType.Byte), new(19, FitBaseType.UShort), new(20, FitBaseType.UShort),
        new(14, FitBaseType.UShort, 1000));

    /// <summary>As a lap, and sport, ascent, normalized power, first lap, number of laps.</summary>
    public static readonly FitLayout Session = new(
        FitMessageNumber.Session,
        Index, Timestamp, new(0, FitBaseType.Enum), new(1, FitBaseType.Enum), new(2, FitBaseType.UInt), new(7, FitBaseType.UInt, 1000),
        new(8, FitBaseType.UInt, 1000), new(9, FitBaseType.UInt, 100), new(11, FitBaseType.UShort), new(16, FitBaseType.Byte),
        new(17, FitBaseType.Byte), new(18, FitBaseType.Byte), new(20, FitBaseType.UShort), new(21, FitBaseType.UShort),
        new(15, FitBaseType.UShort, 1000), new(5, FitBaseType.Enum), new(6, FitBaseType.Enum), new(22, FitBaseType.UShort),
        new(34, FitBaseType.UShort), new(25, FitBaseType.UShort), new(26, FitBaseType.UShort));

    /// <summary>Timestamp, timer, sessions, type, event, event type, local time.</summary>
    public static readonly FitLayout Activity = new(
        FitMessageNumber.Activity,
        Timestamp, new(0, FitBaseType.UInt, 1000), new(1, FitBaseType.UShort), new(2, FitBaseType.Enum), new(3, FitBaseType.Enum),
        new(4, FitBaseType.Enum), new(5, FitBaseType.UInt));

    public static FitColumn Timestamp => new(FitMessage.TimestampField, FitBaseType.UInt);

    private static FitColumn Index => new(254, FitBaseType.UShort);
}
