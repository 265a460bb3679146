using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Json;

namespace FitServerless.Accounts.Profiles;

/// <summary>What a patch makes of an account, and what is wrong with it.</summary>
internal sealed class ProfileEdit
{
    private readonly Dictionary<string, string[]> _errors = [];

    private ProfileEdit(Account account) => Account = account;

    public Account Account { get; private set; }

    public IReadOnlyDictionary<string, string[]> Errors => _errors;

    public static ProfileEdit Of(Account account, ProfilePatch patch)
    {
        var edit = new ProfileEdit(account);
        edit.SetName(patch.Name);
        edit.SetTimeZone(patch.TimeZone);
        edit.SetSettings(patch.Settings);
        return edit;
    }

    private void SetName(JsonElement name)
    {
        if (name.ValueKind is JsonValueKind.Undefined)
            return;
        if (name.ValueKind is JsonValueKind.Null)
            Account = Account with { Name = null };
        else if (Text(name) is { } text && RegistrationRules.IsName(text))
            Account = Account with { Name = text };
        else
            _errors["name"] = [RegistrationRules.NameRule];
    }

    private void SetTimeZone(JsonElement zone)
    {
        if (zone.ValueKind is JsonValueKind.Undefined)
            return;
        if (zone.ValueKind is JsonValueKind.Null)
            Account = Account with { TimeZone = "UTC" };
        else if (Text(zone) is { } text && RegistrationRules.IsIanaZone(text))
            Account = Account with { TimeZone = text };
        else
            _errors["timeZone"] = [RegistrationRules.ZoneRule];
    }

    private void SetSettings(JsonElement patch)
    {
        if (patch.ValueKind is JsonValueKind.Undefined)
            return;
        if (patch.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            _errors["settings"] = ["An object."];
            return;
        }

        var stored = Account.Settings is { } json ? JsonNode.Parse(json)!.AsObject() : [];
        var settings = patch.ValueKind is JsonValueKind.Null ? [] : MergePatch.Apply(stored, JsonObject.Create(patch)!);
        foreach (var (member, messages) in SettingsRules.Check(settings))
            _errors[member] = messages;
        Account = Account with { Settings = settings.Count == 0 ? null : settings.ToJsonString() };
    }

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
