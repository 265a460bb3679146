using System.Globalization;

namespace FitServerless.Schedules.Storage;

/// <summary>Slots and dates as keys and columns have them; both sort as they follow each other.</summary>
internal static class ScheduleText
{
    private const string SlotFormat = "yyyyMMddHHmm";
    private const string DateFormat = "yyyy-MM-dd";

    public static string Of(DateTimeOffset slot) => slot.UtcDateTime.ToString(SlotFormat, CultureInfo.InvariantCulture);

    public static string Of(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Slot(ReadOnlySpan<char> text) =>
        DateTimeOffset.ParseExact(text, SlotFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateOnly Date(ReadOnlySpan<char> text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture);
}
