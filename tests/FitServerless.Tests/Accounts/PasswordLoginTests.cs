using FitServerless.Accounts;
using FitServerless.Privacy;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Accounts;

[Collection(SharedStorage.Name)]
public sealed class PasswordLoginTests(StorageFixture storage)
{
    private readonly Device _stranger = new("curl", SampleAccounts.NewAddress());

    private readonly AccountServices _accounts = new(storage);

    /// <summary>Time on a busy machine tells little; work is what makes time. The same hashes, the same transactions, the same answer.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task A_wrong_password_is_as_much_work_for_an_unknown_address_as_for_a_known_one(int tries)
    {
        var (known, unknown) = (await _accounts.RegisterAsync(), AccountServices.NewEmail());

        var (ofKnown, ofUnknown) = (await MeasureAsync(known.Account.Email, tries), await MeasureAsync(unknown, tries));

        Assert.Equal(ofKnown, ofUnknown);
    }

    [Fact]
    public async Task An_account_without_a_password_looks_like_one_with_another_password()
    {
        var email = AccountServices.NewEmail();
        var bare = SampleAccounts.New() with { Email = email, PasswordHash = "" };
        await _accounts.Get<IAccountStore>().TryAddAsync(bare, default);

        Assert.Equal(await MeasureAsync(AccountServices.NewEmail(), 1), await MeasureAsync(email, 1));
        Assert.IsType<LoginOutcome.Refused>(await _accounts.LoginAsync(email, ""));
    }

    [Fact]
    public async Task Guesses_from_elsewhere_do_not_make_the_owner_wait()
    {
        var email = (await _accounts.RegisterAsync()).Account.Email;
        for (var i = 0; i < 5; i++)
            Assert.IsType<LoginOutcome.Refused>(await _accounts.LoginAsync(email, "guess", _stranger));

        Assert.IsType<LoginOutcome.TooSoon>(await _accounts.LoginAsync(email, "correct horse", _stranger));
        Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(email, "correct horse"));
    }

    [Fact]
    public async Task The_owner_is_told_how_many_guesses_there_were()
    {
        var account = (await _accounts.RegisterAsync()).Account;
        for (var i = 0; i < 3; i++)
            await _accounts.LoginAsync(account.Email, "guess", _stranger);
        await _accounts.LoginAsync(account.Email, "correct horse");

        var trail = await _accounts.Get<AuditLog>().ListAsync(account.Id, null, 100, default);
        Assert.Equal("3 times", Assert.Single(trail.Entries, entry => entry.Action == AuditActions.SignInFailed).Details);
    }

    [Fact]
    public async Task A_new_source_that_had_the_password_right_is_known_from_then_on()
    {
        var account = (await _accounts.RegisterAsync()).Account;
        Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(account.Email, "correct horse", _stranger));

        Assert.Equal(2, (await _accounts.Get<IAccountStore>().FindAsync(account.Id, default))!.KnownSources.Count);
    }

    [Fact]
    public async Task A_source_that_fails_at_many_accounts_is_refused_everywhere()
    {
        for (var i = 0; i < new AccountOptions().FailuresPerSourceAndHour; i++)
            Assert.IsType<LoginOutcome.Refused>(await _accounts.LoginAsync(AccountServices.NewEmail(), "guess", _stranger));

        var email = (await _accounts.RegisterAsync()).Account.Email;
        Assert.IsType<LoginOutcome.TooSoon>(await _accounts.LoginAsync(email, "correct horse", _stranger));
        Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(email, "correct horse"));
    }

    /// <summary>In a process that has not heard of the address before, what each guess takes: hashes, transactions, and the kind of answer.</summary>
    private async Task<string> MeasureAsync(string email, int tries)
    {
        var counter = new CountingPolicy();
        var fresh = AccountServices.Beside(_accounts, storage, counter);
        var device = new Device("curl", SampleAccounts.NewAddress());
        // The process has its hash of nobody's, and a block of the source's quota.
        await fresh.LoginAsync(AccountServices.NewEmail(), "guess", device);
        var work = new List<string>();
        for (var i = 0; i < tries; i++)
        {
            var hashes = fresh.Hashes.Count;
            LoginOutcome? outcome = null;
            var transactions = await counter.CountAsync(async () => outcome = await fresh.LoginAsync(email, "guess", device));
            work.Add($"{fresh.Hashes.Count - hashes} hashes, {transactions} transactions, {outcome}");
        }

        return string.Join("; ", work);
    }
}
