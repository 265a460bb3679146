using FitServerless.Accounts;
using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Privacy;

[Collection(SharedStorage.Name)]
public sealed class ErasureProofTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage);

    [Fact]
    public async Task Who_has_no_password_deletes_the_account_right_after_signing_in_by_a_link()
    {
        var email = AccountServices.NewEmail();
        var stale = _accounts.CallerOf(await _accounts.SignInByLinkAsync(email));
        _accounts.Clock.Now += TimeSpan.FromMinutes(15);

        Assert.IsType<ErasureOutcome.ProofNeeded>(await RequestAsync(stale));
        Assert.IsType<ErasureOutcome.WrongProof>(await RequestAsync(stale, "a guess"));

        var fresh = _accounts.CallerOf(await _accounts.SignInByLinkAsync(email));
        Assert.IsType<ErasureOutcome.Accepted>(await RequestAsync(fresh));
        Assert.IsType<ErasureOutcome.Accepted>(await RequestAsync(fresh));
    }

    [Fact]
    public async Task A_session_that_has_ended_proves_nothing()
    {
        var email = AccountServices.NewEmail();
        var lost = _accounts.CallerOf(await _accounts.SignInByLinkAsync(email));
        await _accounts.Get<SessionService>().EndOthersAsync(_accounts.CallerOf(await _accounts.SignInByLinkAsync(email)), default);

        Assert.IsType<ErasureOutcome.ProofNeeded>(await RequestAsync(lost));
    }

    [Fact]
    public async Task Who_has_a_password_gives_it()
    {
        var caller = _accounts.CallerOf(await _accounts.RegisterAsync());

        Assert.IsType<ErasureOutcome.ProofNeeded>(await RequestAsync(caller));
        Assert.IsType<ErasureOutcome.WrongProof>(await RequestAsync(caller, "a guess"));
        Assert.IsType<ErasureOutcome.Accepted>(await RequestAsync(caller, "correct horse"));
    }

    [Fact]
    public async Task Guessing_the_password_ends_after_five_tries()
    {
        var caller = _accounts.CallerOf(await _accounts.RegisterAsync());
        for (var i = 0; i < 5; i++)
            Assert.IsType<ErasureOutcome.WrongProof>(await RequestAsync(caller, "a guess"));

        Assert.IsType<ErasureOutcome.TooSoon>(await RequestAsync(caller, "correct horse"));
    }

    /// <summary>The account is gone after the first pass; its other devices go on trying until they notice.</summary>
    [Fact]
    public async Task The_last_pass_also_forgets_who_tried_to_sign_in_meanwhile()
    {
        var account = (await _accounts.SignInByLinkAsync(AccountServices.NewEmail())).Account;
        await _accounts.EraseAsync(_accounts.CallerOf(await _accounts.SignInByLinkAsync(account.Email)));
        await _accounts.LoginAsync(account.Email, "a guess");
        var key = new TryKey(EmailAddress.Key(account.Email), "password");
        Assert.Equal(1, (await _accounts.Get<ITryStore>().FindAsync(key, default)).Count);

        foreach (var store in _accounts.Get<AccountErasure>().Stores)
            await _accounts.Get<AccountErasure>().EraseAsync(ErasureJobs.IdOf(account.Id), store, default);

        Assert.Equal(FailedTries.None, await _accounts.Get<ITryStore>().FindAsync(key, default));
    }

    [Fact]
    public async Task An_address_that_has_a_new_owner_is_left_alone()
    {
        var email = AccountServices.NewEmail();
        var old = _accounts.CallerOf(await _accounts.SignInByLinkAsync(email));
        await _accounts.EraseAsync(old);
        await _accounts.RegisterAsync(email);
        await _accounts.LoginAsync(email, "a guess", SampleAccounts.PhoneAt(SampleAccounts.NewAddress()));

        foreach (var store in _accounts.Get<AccountErasure>().Stores)
            await _accounts.Get<AccountErasure>().EraseAsync(ErasureJobs.IdOf(old.Id), store, default);

        Assert.Equal(1, (await _accounts.Get<ITryStore>().FindAsync(new TryKey(EmailAddress.Key(email), "password"), default)).Count);
    }

    private Task<ErasureOutcome> RequestAsync(Caller caller, string? password = null) =>
        _accounts.Get<AccountErasure>().RequestAsync(caller, password, null, default);
}
