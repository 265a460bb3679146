using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FitServerless.Analytics;

/// <summary>What events may be.</summary>
public static partial class EventRules
{
    /// <summary>In a batch, which so is one transaction for each partition.</summary>
    public const int MaxEvents = 100;

    /// <summary>Characters; with 100 events of 3 bytes a character a batch is below 400 KB, far from the 4 MB of a transaction.</summary>
    public const int MaxData = 1024;

    private static readonly string[] Units = ["_ms", "_s", "_bytes"];

    /// <summary>So long a device may be offline. Each day more is a table more that one batch may write to.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);

    /// <summary>By which a device's clock may be ahead.</summary>
    public static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(10);

    /// <summary>What is wrong, by member; empty when nothing is.</summary>
    internal static IReadOnlyDictionary<string, string[]> Check(EventBatch batch, DateTimeOffset now)
    {
        if (batch.Events is not { Count: > 0 and <= MaxEvents } events)
            return new Dictionary<string, string[]> { ["events"] = [$"1 to {MaxEvents}."] };
        return events.SelectMany((one, place) => Check(one, now).Select(error => (Member: $"events[{Number(place)}]{error.Member}", error.Message)))
            .ToDictionary(error => error.Member, error => new[] { error.Message });
    }

    /// <summary>A type, also as a query names it.</summary>
    public static bool IsType(string? type) => type is not null && Type().IsMatch(type);

    /// <summary>A measurement of the client's: its type ends with a unit, as <c>sync.duration_ms</c>.</summary>
    public static bool IsMeasurement(string type) => Array.Exists(Units, unit => type.EndsWith(unit, StringComparison.Ordinal));

    internal static RecordedEvent ToEvent(EventInput input) =>
        new(input.Id!, input.Type!, input.At.ToUniversalTime(), input.TrainerId, input.Value, input.Data?.GetRawText());

    private static IEnumerable<(string Member, string Message)> Check(EventInput? input, DateTimeOffset now)
    {
        if (input is null)
        {
            yield return ("", "An event.");
            yield break;
        }

        if (input.Id is null || !Id().IsMatch(input.Id))
            yield return (".id", "1 to 64 letters, digits, hyphens and underscores.");
        if (!IsType(input.Type))
            yield return (".type", "A small letter, then at most 63 small letters, digits, dots, hyphens and underscores.");
        if (input.At < now - MaxAge || input.At > now + MaxAhead)
            yield return (".at", $"A time of the last {Number(MaxAge.Days)} days.");
        if (input.TrainerId is { } trainer && !IsPerson(trainer))
            yield return (".trainerId", "The id of a person.");
        if (input.Value is { } value && !double.IsFinite(value))
            yield return (".value", "A number.");
        if (input.Data is { } data && (data.ValueKind != JsonValueKind.Object || data.GetRawText().Length > MaxData))
            yield return (".data", $"An object of at most {Number(MaxData)} characters.");
    }

    /// <summary>In the form in which ids are keys.</summary>
    internal static bool IsPerson(string id) => Guid.TryParseExact(id, "D", out var guid) && guid.ToString() == id;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[a-z][a-z0-9._-]{0,63}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Type();
}
