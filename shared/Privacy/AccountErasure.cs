using FitServerless.Accounts;
using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.SecondFactors;
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
    private readonly PasswordProof _password;
    private readonly SecondFactorCheck _secondFactor;
    private readonly RefusedCallers _refused;
    private readonly PrivacyOptions _options;
    private readonly TimeProvider _clock;

    internal AccountErasure(
        IEnumerable<IPersonalData> stores, ErasureJobs jobs, IAccountStore accounts, AccountData account, PasswordProof password,
        SecondFactorCheck secondFactor, RefusedCallers refused, IOptions<PrivacyOptions> options, TimeProvider clock)
    {
        _stores = stores.ToDictionary(store => store.Name, StringComparer.Ordinal);
        (_jobs, _accounts, _account) = (jobs, accounts, account);
        (_password, _secondFactor) = (password, secondFactor);
        (_refused, _options, _clock) = (refused, options.Value, clock);
    }

    /// <summary>The stores of a pass, but for the account, which goes when they are done.</summary>
    public IReadOnlyList<string> Stores => [.. _stores.Keys.Where(name => name != Account).Order(StringComparer.Ordinal)];

    /// <summary>Between the two passes.</summary>
    public TimeSpan Grace => TimeSpan.FromMinutes(_options.ErasureGraceMinutes);

    /// <summary>
    /// Closes the account and stores what is to be done; the caller starts the job. Safe to repeat: killed in between, the password still opens,
    /// or the job is found.
    /// </summary>
    /// <param name="code">Of the second factor; in the password's place, where there is one.</param>
    public async Task<ErasureOutcome> RequestAsync(string userId, string? password, string? code, CancellationToken cancellationToken)
    {
        var jobId = ErasureJobs.IdOf(userId);
        if (await _accounts.FindAsync(userId, cancellationToken) is not { } account)
            return await _jobs.FindUserAsync(jobId, cancellationToken) is null ? new ErasureOutcome.NoAccount() : new ErasureOutcome.Accepted(jobId);
        var proof = code is { Length: > 0 } && account.SecondFactor is not null
            ? await _secondFactor.RunAsync(account, code, cancellationToken)
            : await _password.CheckAsync(account, password, cancellationToken);
        if (proof is not TryOutcome.Right)
            return proof is TryOutcome.TooSoon { Wait: var wait } ? new ErasureOutcome.TooSoon(wait) : new ErasureOutcome.WrongProof();
        await _jobs.AddAsync(userId, _clock.GetUtcNow(), cancellationToken);
        await _account.CloseAsync(userId, cancellationToken);
        _refused.Add(userId);
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
