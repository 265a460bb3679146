using System.Text.Json;
using FitServerless.Adapters;

namespace FitServerless.Learning;

/// <summary>Reads and writes what the schedule needs of a card; all else of it is the client's.</summary>
internal static class CardMembers
{
    private const string Ease = "ease_factor";
    private const string Interval = "interval_days";
    private const string Repetitions = "repetitions";
    private const string Next = "next_review";
    private const string Last = "last_review";

    private static readonly string[] Scheduled = [Ease, Interval, Repetitions, Next, Last];

    public static CardSchedule Schedule(JsonElement card) => new(
        Number(card, Ease) ?? CardSchedule.New.EaseFactor,
        (int)(Number(card, Interval) ?? CardSchedule.New.IntervalDays),
        (int)(Number(card, Repetitions) ?? 0));

    /// <summary><c>null</c> for a card that has never been scheduled, and so is due.</summary>
    public static DateTimeOffset? NextReview(JsonElement card) => card.TryGetProperty(Next, out var next) ? CardTime.Find(next) : null;

    /// <summary>
    /// The card with a new schedule. Its times stay in the form that they had: a device counts seconds, or milliseconds, or writes ISO 8601.
    /// </summary>
    public static JsonElement With(JsonElement card, CardSchedule schedule, DateTimeOffset reviewedAt, DateTimeOffset next) =>
        RecordMembers.Write(writer =>
    {
        var form = card.TryGetProperty(Next, out var before) ? before : default;
        foreach (var member in card.EnumerateObject().Where(member => !Scheduled.Contains(member.Name)))
            member.WriteTo(writer);
        writer.WriteNumber(Ease, schedule.EaseFactor);
        writer.WriteNumber(Interval, schedule.IntervalDays);
        writer.WriteNumber(Repetitions, schedule.Repetitions);
        writer.WritePropertyName(Next);
        CardTime.Write(writer, next, form);
        writer.WritePropertyName(Last);
        CardTime.Write(writer, reviewedAt, form);
    });

    /// <summary>Kept to bounds in which nothing overflows: it is a client's.</summary>
    private static decimal? Number(JsonElement card, string name) =>
        card.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? Math.Round((decimal)Math.Clamp(number, -1, 1_000_000), 4)
            : null;
}
