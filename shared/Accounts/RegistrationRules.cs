namespace FitServerless.Accounts;

/// <summary>What a new account must look like.</summary>
internal static class RegistrationRules
{
    /// <summary>NIST SP 800-63B, 5.1.1.2: at least 8, and no rules of composition.</summary>
    private const int MinPassword = 8;

    /// <summary>Hashing takes longer with length; nobody types more.</summary>
    public const int MaxPassword = 256;

    public const string ZoneRule = "Not a time zone of the IANA database, for instance Europe/Berlin.";

    private const int MaxName = 100;

    public static readonly string NameRule = $"1 to {MaxName} characters, no controls.";

    public static Dictionary<string, string[]> Check(Registration registration)
    {
        var errors = new Dictionary<string, string[]>();
        if (!EmailAddress.TryNormalize(registration.Email, out _))
            errors["email"] = ["Not an e-mail address."];
        if (CheckPassword(registration.Password) is { } error)
            errors["password"] = [error];
        if (registration.Name is { } name && !IsName(name))
            errors["name"] = [NameRule];
        if (registration.TimeZone is { } zone && !IsIanaZone(zone))
            errors["timeZone"] = [ZoneRule];
        return errors;
    }

    /// <summary>What is wrong with a new password, if anything.</summary>
    public static string? CheckPassword(string? password) =>
        password is { Length: >= MinPassword and <= MaxPassword } ? null : $"{MinPassword} to {MaxPassword} characters.";

    public static bool IsName(string name) => name.Length is > 0 and <= MaxName && !name.Any(char.IsControl);

    /// <summary>The pattern first: the framework opens a file of that name.</summary>
    public static bool IsIanaZone(string zone) =>
        zone.Length <= 60 && zone.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+') && !zone.StartsWith('/')
        && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && (found.HasIanaId || zone == "UTC");
}
