using FitServerless.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Accounts;

/// <summary>ASP.NET Core's own hasher: PBKDF2-HMAC-SHA512, salted, its format and rounds tagged so that they can be raised.</summary>
internal sealed class PasswordHashes(IOptions<AccountOptions> options) : IPasswordHashes
{
    /// <summary>The hasher is generic over the user and uses nothing of it.</summary>
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> _hasher =
        new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.PasswordIterations }));

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    public PasswordCheck Check(string hash, string password)
    {
        var result = _hasher.VerifyHashedPassword(Nobody, hash, password);
        // A hash from before the rounds were raised would be refused sooner than an address that nobody has.
        if (result == PasswordVerificationResult.Failed)
            PasswordRounds.Spend(password, PasswordRounds.Missing(hash, options.Value.PasswordIterations));
        return result switch
        {
            PasswordVerificationResult.Success => PasswordCheck.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordCheck.RightButWeak,
            _ => PasswordCheck.Wrong,
        };
    }
}
