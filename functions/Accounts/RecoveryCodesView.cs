namespace FitServerless.Functions.Accounts;

/// <summary>Shown once; each works once.</summary>
public sealed record RecoveryCodesView(IReadOnlyList<string> RecoveryCodes);
