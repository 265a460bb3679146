using FitServerless.Accounts;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Accounts.Sessions;
using FitServerless.Grants;
using FitServerless.Mail;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Accounts.MagicLinks;

[Collection(SharedStorage.Name)]
public sealed class MagicLinkServiceTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage);
    private readonly string _email = AccountServices.NewEmail();

    [Fact]
    public async Task A_link_makes_an_account_with_a_verified_address()
    {
        var signIn = await SignInAsync();

        Assert.Equal(_email, signIn.Account.Email);
        Assert.Equal(FakeClock.Morning, signIn.Account.EmailVerifiedAt);
        Assert.True(_accounts.CallerOf(signIn).IsEmailVerified);
        Assert.Equal(signIn.Account.Id, (await SignInAsync()).Account.Id);
    }

    [Fact]
    public async Task Of_fifty_clicks_at_once_in_two_processes_one_signs_in()
    {
        var token = await SendAsync();
        var other = AccountServices.Beside(_accounts, storage);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => VerifyAsync(token, on: i % 2 == 0 ? _accounts : other)));

        var signIn = Assert.IsType<VerifyOutcome.SignedIn>(Assert.Single(outcomes, outcome => outcome is VerifyOutcome.SignedIn)).SignIn;
        Assert.Equal(49, outcomes.Count(outcome => outcome is VerifyOutcome.Refused));
        Assert.Single(await _accounts.Get<SessionService>().ListAsync(_accounts.CallerOf(signIn), default));
    }

    [Fact]
    public async Task A_link_whose_first_answer_from_storage_was_lost_still_signs_in()
    {
        var answers = new LostAnswerPolicy();
        var flaky = AccountServices.Beside(_accounts, storage, answers);
        var token = await SendAsync();

        answers.Losses = 1;

        Assert.IsType<VerifyOutcome.SignedIn>(await VerifyAsync(token, on: flaky));
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    [InlineData(60 * 24, false)]
    public async Task A_link_is_good_for_fifteen_minutes(int minutes, bool isGood)
    {
        var token = await SendAsync();
        _accounts.Clock.Now += TimeSpan.FromMinutes(minutes);

        Assert.Equal(isGood, await VerifyAsync(token) is VerifyOutcome.SignedIn);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20250301.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("'; drop table links")]
    public async Task Anything_else_is_no_link(string? token) => Assert.IsType<VerifyOutcome.Refused>(await VerifyAsync(token));

    [Fact]
    public async Task Storage_does_not_know_the_secret()
    {
        var token = await SendAsync();
        var rows = await storage.Connect().MagicLinks.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync();

        Assert.DoesNotContain(rows, row => row.Any(property => $"{property.Value}".Contains(token[9..], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_address_gets_six_letters_an_hour_and_who_asks_is_not_told()
    {
        for (var i = 0; i < 10; i++)
            Assert.IsType<LinkOutcome.Accepted>(await RequestAsync(SampleAccounts.PhoneAt(SampleAccounts.NewAddress())));

        Assert.Equal(6, _accounts.Letters.To(_email).Count);
    }

    [Fact]
    public async Task A_source_may_ask_for_sixty_links_an_hour()
    {
        var device = SampleAccounts.PhoneAt(SampleAccounts.NewAddress());
        for (var i = 0; i < 60; i++)
            Assert.IsType<LinkOutcome.Accepted>(await _accounts.Get<MagicLinkService>().RequestAsync(AccountServices.NewEmail(), device, default));

        Assert.IsType<LinkOutcome.TooMany>(await RequestAsync(device));
        Assert.Empty(_accounts.Letters.To(_email));
    }

    [Fact]
    public async Task Asking_is_as_much_work_for_an_unknown_address_as_for_a_known_one()
    {
        var known = (await _accounts.RegisterAsync()).Account.Email;

        Assert.Equal(await MeasureAsync(AccountServices.NewEmail()), await MeasureAsync(known));
    }

    [Fact]
    public async Task Without_a_mail_server_nobody_is_left_waiting()
    {
        _accounts.Letters.CanSend = false;
        Assert.IsType<LinkOutcome.NoMail>(await RequestAsync(_accounts.Phone));
    }

    [Fact]
    public async Task Letters_that_did_not_leave_do_not_count()
    {
        _accounts.Letters.IsDown = true;
        for (var i = 0; i < 70; i++)
            await Assert.ThrowsAsync<MailOutageException>(() => RequestAsync(_accounts.Phone));

        _accounts.Letters.IsDown = false;
        for (var i = 0; i < 7; i++)
            Assert.IsType<LinkOutcome.Accepted>(await RequestAsync(_accounts.Phone));

        Assert.Equal(6, _accounts.Letters.To(_email).Count);
    }

    /// <summary>Somebody registers an address that is not theirs, and waits for its owner.</summary>
    [Fact]
    public async Task The_first_link_ends_all_that_somebody_else_could_come_back_by()
    {
        var squatter = await _accounts.RegisterAsync(_email);
        var caller = _accounts.CallerOf(squatter);
        await _accounts.Get<GrantService>().GiveAsync(caller, new GrantRequest { TrainerId = Guid.NewGuid().ToString(), Scopes = ["read"] }, default);

        var owner = await SignInAsync();

        Assert.Equal(squatter.Account.Id, owner.Account.Id);
        Assert.Null(await _accounts.RefreshAsync(squatter.RefreshToken));
        Assert.IsType<LoginOutcome.Refused>(await _accounts.LoginAsync(_email, "correct horse"));
        Assert.Empty(await _accounts.Get<GrantService>().ListGivenAsync(owner.Account.Id, default));
        Assert.NotNull(await _accounts.RefreshAsync(owner.RefreshToken));
        // The access token that still lives for minutes does nothing that lasts.
        Assert.IsType<GrantOutcome.SignedOut>(
            await _accounts.Get<GrantService>().GiveAsync(caller, new GrantRequest { TrainerId = Guid.NewGuid().ToString(), Scopes = ["read"] }, default));
        Assert.IsType<PasswordOutcome.SignedOut>(await _accounts.Get<PasswordService>().ChangeAsync(caller, "correct horse", "another one", default));
    }

    [Fact]
    public async Task Later_links_end_nothing()
    {
        var first = await SignInAsync();
        var caller = _accounts.CallerOf(first);
        Assert.IsType<PasswordOutcome.Changed>(await _accounts.Get<PasswordService>().ChangeAsync(caller, null, "correct horse", default));

        await SignInAsync();

        Assert.NotNull(await _accounts.RefreshAsync(first.RefreshToken));
        Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(_email, "correct horse"));
    }

    [Fact]
    public async Task Nothing_of_a_link_stays_when_its_reader_is_forgotten()
    {
        var reader = _accounts.CallerOf(await SignInAsync());
        var unused = await SendAsync();

        await _accounts.EraseAsync(reader);

        Assert.IsType<VerifyOutcome.Refused>(await VerifyAsync(unused));
    }

    private Task<LinkOutcome> RequestAsync(Device device) => _accounts.Get<MagicLinkService>().RequestAsync(_email, device, default);

    private async Task<string> SendAsync()
    {
        Assert.IsType<LinkOutcome.Accepted>(await RequestAsync(SampleAccounts.PhoneAt(SampleAccounts.NewAddress())));
        return _accounts.Letters.TokenTo(_email);
    }

    private Task<VerifyOutcome> VerifyAsync(string? token, string? code = null, AccountServices? on = null) =>
        (on ?? _accounts).Get<MagicLinkService>().VerifyAsync(token, code, _accounts.Phone, default);

    private async Task<SignIn> SignInAsync() => Assert.IsType<VerifyOutcome.SignedIn>(await VerifyAsync(await SendAsync())).SignIn;

    private async Task<int> MeasureAsync(string email)
    {
        var counter = new CountingPolicy();
        var fresh = AccountServices.Beside(_accounts, storage, counter);
        var device = SampleAccounts.PhoneAt(SampleAccounts.NewAddress());
        return await counter.CountAsync(() => fresh.Get<MagicLinkService>().RequestAsync(email, device, default));
    }
}
