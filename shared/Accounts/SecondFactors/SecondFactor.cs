namespace FitServerless.Accounts.SecondFactors;

/// <summary>A second factor of an account: time-based codes (RFC 6238), and codes on paper for when the phone is lost.</summary>
public sealed record SecondFactor
{
    /// <summary>Sealed; see <see cref="SecretSeals"/>.</summary>
    public required string Secret { get; init; }

    /// <summary>False until a first code has shown that the person's app has the secret.</summary>
    public bool IsOn { get; init; }

    /// <summary>The step of the last code used: it and older ones are used up (RFC 6238, 5.2).</summary>
    public long LastStep { get; init; }

    /// <summary>Hashes of those that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];
}
