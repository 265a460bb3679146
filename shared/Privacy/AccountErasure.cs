using FitServerless.Accounts;
using Microsoft.Extensions.Options;

namespace FitServerless.Privacy;

/// <summary>
/// Forgets people. What is asked for is stored first and then done by a job, store by store, twice: at once, and again when no access token of
/// theirs is good any more, so that nothing stays that another device wrote meanwhile.
/// </summary>
public sealed class AccountErasure
{
    /// <summary>The name of the store that goes last.</summary>
    internal const string Account = "account";

    private readonly IReadOnlyDictionary<string, IPersonalData> _stores;
    private readonly ErasureJobs _jobs;
    private readonly IAccountStore _accounts;
    private readonly AccountData _account;
    private readonly ErasureProof _proof;
    private readonly RefusedCallers _refused;
    private readonly PrivacyOptions _options;
    private readonly TimeProvider _clock;

    internal AccountErasure(
        IEnumerable<IPersonalData> stores, ErasureJobs jobs, IAccountStore accounts, AccountData account, ErasureProof proof,
        RefusedCallers refused, IOptions<PrivacyOptions> options, TimeProvider clock)
    {
        _stores = stores.ToDictionary(store => store.Name, StringComparer.Ordinal);
        (_jobs, _accounts, _account) = (jobs, accounts, account);
        (_proof, _refused, _options, _clock) = (proof, refused, options.Value, clock);
    }

    /// <summary>The stores of a pass, but for the account, which goes when they are done.</summary>
    public IReadOnlyList<string> Stores => [.. _stores.Keys.Where(name => name != Account).Order(StringComparer.Ordinal)];

    /// <summary>Between the two passes.</summary>
    public TimeSpan Grace => TimeSpan.FromMinutes(_options.ErasureGraceMinutes);

    /// <summary>
    /// Closes the account and stores what is to be done; the caller starts the job. Safe to repeat, and to be killed in:
    /// what is stored is found, by the next request or by the timer.
    /// </summary>
    public async Task<ErasureOutcome> RequestAsync(Caller caller, string? password, string? code, CancellationToken cancellationToken)
    {
        var jobId = ErasureJobs.IdOf(caller.Id);
        // A job that is stored was proven then; it is asked for again when the answer was lost.
        if (await _jobs.FindUserAsync(jobId, cancellationToken) is null)
        {
            if (await _accounts.FindAsync(caller.Id, cancellationToken) is not { } account)
                return new ErasureOutcome.NoAccount();
            if (await _proof.RefuseAsync(caller, account, password, code, cancellationToken) is { } refusal)
                return refusal;
            await _jobs.AddAsync(account, _clock.GetUtcNow(), cancellationToken);
        }

        await _account.CloseAsync(caller.Id, cancellationToken);
        _refused.Add(caller.Id);
        return new ErasureOutcome.Accepted(jobId);
    }

    /// <summary>One store's part of a job. Nothing when the job is over, or the store is no more.</summary>
    public async Task EraseAsync(string jobId, string store, CancellationToken cancellationToken)
    {
        if (_stores.TryGetValue(store, out var data) && await _jobs.FindUserAsync(jobId, cancellationToken) is { } userId)
            await data.EraseAsync(userId, cancellationToken);
    }

    /// <summary>The last of a pass.</summary>
    public Task EraseAccountAsync(string jobId, CancellationToken cancellationToken) => EraseAsync(jobId, Account, cancellationToken);
}
