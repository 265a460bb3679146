using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Briefings;

/// <summary>What a briefing's row looks like.</summary>
internal static class BriefingRows
{
    public const string Kind = "Kind", ExpiresAt = "ExpiresAt", MailBegunAt = "MailBegunAt", MailedAt = "MailedAt";

    private const string Body = "Body";

    public static TableEntity Of(string userId, Briefing briefing, DateTimeOffset expiresAt) => new(userId, Key(briefing.Kind, briefing.Date))
    {
        [Body] = JsonSerializer.SerializeToUtf8Bytes(briefing, BriefingJson.Default.Briefing),
        [Kind] = briefing.Kind,
        [ExpiresAt] = expiresAt,
    };

    public static TableEntity Marked(string userId, Briefing briefing, string mark, DateTimeOffset at) =>
        new(userId, Key(briefing.Kind, briefing.Date)) { [mark] = at };

    public static Briefing Read(TableEntity row) => JsonSerializer.Deserialize(row.GetBinary(Body), BriefingJson.Default.Briefing)!;

    public static StoredBriefing Stored(TableEntity row) =>
        new(Read(row), row.ETag, row.GetDateTimeOffset(MailBegunAt), row.GetDateTimeOffset(MailedAt));

    public static string Key(string kind, DateOnly day) => $"{Inverted(day)}|{TableKeys.Encode(kind)}";

    /// <summary>So that newer days sort first.</summary>
    public static string Inverted(DateOnly day) => (DateOnly.MaxValue.DayNumber - day.DayNumber).ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>On which it can still be read for a part.</summary>
    public static DateOnly LastDay(DateTimeOffset expiresAt) => DateOnly.FromDateTime(expiresAt.UtcDateTime);
}
