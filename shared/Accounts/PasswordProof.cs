using FitServerless.Accounts.Lockout;

namespace FitServerless.Accounts;

/// <summary>Asks a signed-in person for the password once more.</summary>
public sealed class PasswordProof(IPasswordHashes hashes, SignInTries tries)
{
    public Task<TryOutcome> CheckAsync(Account account, string? password, CancellationToken cancellationToken) => tries.RunAsync(
        new TryKey(account.Id, "proof"),
        TryPolicy.Proof,
        () => Task.FromResult(IsRight(account, password)),
        cancellationToken);

    private bool IsRight(Account account, string? password) =>
        password is { Length: <= RegistrationRules.MaxPassword } && account.HasPassword
        && hashes.Check(account.PasswordHash, password) != PasswordCheck.Wrong;
}
