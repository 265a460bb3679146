using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Accounts.Profiles;

/// <summary>What a person has set, as an archive has it.</summary>
internal sealed record ArchivedSettings
{
    public required string TimeZone { get; init; }

    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? Settings { get; init; }

    public bool IsValid => RegistrationRules.IsIanaZone(TimeZone)
        && (Settings is not { } settings
            || (settings.ValueKind == JsonValueKind.Object && SettingsRules.Check(JsonObject.Create(settings)!).Count == 0));

    public static ArchivedSettings Of(Account account) => new()
    {
        TimeZone = account.TimeZone,
        Settings = account.Settings is { } settings ? JsonElement.Parse(settings) : null,
    };

    /// <exception cref="JsonException">Not such a line.</exception>
    public static ArchivedSettings Parse(ReadOnlySpan<byte> line) =>
        JsonSerializer.Deserialize(line, ArchivedSettingsJson.Default.ArchivedSettings) ?? throw new JsonException();

    public void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, this, ArchivedSettingsJson.Default.ArchivedSettings);

    /// <summary>What is set stands.</summary>
    public Account MergeInto(Account account) => account with
    {
        TimeZone = account.TimeZone == "UTC" ? TimeZone : account.TimeZone,
        Settings = account.Settings ?? Settings?.GetRawText(),
    };

    public Account ReplaceIn(Account account) => account with { TimeZone = TimeZone, Settings = Settings?.GetRawText() };
}
