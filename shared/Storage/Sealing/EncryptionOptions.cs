using System.ComponentModel.DataAnnotations;
using FitServerless.Secrets;

namespace FitServerless.Storage.Sealing;

/// <summary>The keys that files are sealed with.</summary>
public sealed class EncryptionOptions : IValidatableObject
{
    /// <summary>32 random bytes in hex, from the setting <c>ENCRYPTION_KEY</c>; empty: new files are stored as they are.</summary>
    [Secret("ENCRYPTION_KEY")]
    public string Key { get; set; } = "";

    /// <summary>Keys before it, comma-separated, from <c>ENCRYPTION_KEY_PREVIOUS</c>: they open what they have sealed and seal no more.</summary>
    [Secret("ENCRYPTION_KEY_PREVIOUS")]
    public string PreviousKeys { get; set; } = "";

    public IEnumerable<string> Previous() =>
        PreviousKeys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Key.Length > 0 && !EncryptionKey.IsUsable(Key))
            yield return Refuse("ENCRYPTION_KEY");
        if (Previous().Any(key => !EncryptionKey.IsUsable(key)))
            yield return Refuse("ENCRYPTION_KEY_PREVIOUS");
    }

    private static ValidationResult Refuse(string setting) =>
        new($"Set {setting} to {EncryptionKey.Length} random bytes in hex (openssl rand -hex {EncryptionKey.Length}), or leave it out.");
}
