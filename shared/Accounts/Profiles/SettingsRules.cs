using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Coach.Conversations;

namespace FitServerless.Accounts.Profiles;

/// <summary>What settings must look like. Members that are not named here are the clients' own, and kept as they are.</summary>
internal static class SettingsRules
{
    /// <summary>Of all settings as JSON in UTF-8. They are in the account's row, which is read wherever the account is.</summary>
    private const int MaxBytes = 8 * 1024;

    private static readonly SettingRule[] Rules =
    [
        new(["briefings"], value => value is JsonObject, "An object."),
        Switch("daily"),
        Switch("weekdayPlan"),
        Switch("eveningReview"),
        Switch("weeklyReport"),
        Switch("weeklyInsights"),
        Switch("monthlyReport"),
        Switch("email"),
        new(["briefings", "hour"], value => value is JsonValue number && number.TryGetValue(out int hour) && hour is >= 0 and <= 23, "0 to 23."),
        OneOf("personality", Personalities.All),
        OneOf("voice", Voices.All),
        OneOf("weekStart", ["monday", "saturday", "sunday"]),
        OneOf("units", ["metric", "imperial"]),
    ];

    /// <param name="settings">All of them, so after the patch.</param>
    public static Dictionary<string, string[]> Check(JsonObject settings)
    {
        var errors = Rules.Where(rule => !rule.Holds(settings)).ToDictionary(rule => rule.Name, rule => new[] { rule.Message });
        if (Encoding.UTF8.GetByteCount(settings.ToJsonString()) > MaxBytes)
            errors["settings"] = [$"At most {MaxBytes} bytes, all together."];
        return errors;
    }

    private static SettingRule Switch(string name) =>
        new(["briefings", name], value => value is JsonValue flag && flag.TryGetValue(out bool _), "true or false.");

    private static SettingRule OneOf(string name, IReadOnlyList<string> names) => new(
        [name],
        value => value is JsonValue text && text.TryGetValue(out string? chosen) && names.Contains(chosen),
        $"One of {string.Join(", ", names)}.");
}
