using FitServerless.Accounts;

namespace FitServerless.Privacy;

/// <summary>
/// The address of somebody who is being forgotten. The job knows it as well as the account, which goes first: failed sign-ins, links and grants
/// are kept by address, and can come back until the last pass.
/// </summary>
internal sealed class ErasedAddress(ErasureJobs jobs, IAccountStore accounts)
{
    /// <summary><c>null</c> when it is not known, or somebody else's by now. At most four transactions.</summary>
    public async Task<string?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var email = (await accounts.FindAsync(userId, cancellationToken))?.Email ?? await jobs.FindEmailAsync(userId, cancellationToken);
        return email is not null && ((await accounts.FindByEmailAsync(email, cancellationToken))?.Id ?? userId) == userId ? email : null;
    }
}
