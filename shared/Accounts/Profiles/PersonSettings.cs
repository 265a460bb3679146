using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Coach.Conversations;
using FitServerless.Json;

namespace FitServerless.Accounts.Profiles;

/// <summary>The settings that the server knows. Clients keep others of their own beside them.</summary>
public sealed record PersonSettings
{
    private static readonly string Defaults = JsonSerializer.Serialize(new PersonSettings(), AccountJson.Default.PersonSettings);

    public BriefingSettings Briefings { get; set; } = new();

    public PrivacySettings Privacy { get; set; } = new();

    /// <summary>One of <see cref="Personalities"/>.</summary>
    public string Personality { get; set; } = Personalities.Supportive;

    /// <summary>One of <see cref="Voices"/>.</summary>
    public string Voice { get; set; } = Voices.Neutral;

    /// <summary><c>monday</c>, <c>saturday</c> or <c>sunday</c>.</summary>
    public string WeekStart { get; set; } = "monday";

    /// <summary><c>metric</c> or <c>imperial</c>.</summary>
    public string Units { get; set; } = "metric";

    /// <summary>All settings: the stored ones, and the defaults of those that were never set.</summary>
    /// <param name="stored">A JSON object, or nothing.</param>
    public static JsonObject Complete(string? stored) =>
        MergePatch.Apply(Parse(Defaults), stored is null ? [] : Parse(stored));

    /// <summary>Of settings that a later version of this app has stored and this one cannot read, the defaults.</summary>
    public static PersonSettings Read(string? stored)
    {
        if (stored is null)
            return new PersonSettings();
        try
        {
            return Complete(stored).Deserialize(AccountJson.Default.PersonSettings)!;
        }
        catch (JsonException)
        {
            return new PersonSettings();
        }
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
