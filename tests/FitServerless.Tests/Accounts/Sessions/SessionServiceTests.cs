using FitServerless.Accounts;
using FitServerless.Accounts.Sessions;
using FitServerless.Privacy;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Accounts.Sessions;

[Collection(SharedStorage.Name)]
public sealed class SessionServiceTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage);

    private Device Watch => _accounts.Phone with { Name = "okhttp" };

    private SessionService Sessions => _accounts.Get<SessionService>();

    [Fact]
    public async Task Sessions_are_listed_the_last_used_first()
    {
        var (phone, watch) = await SignInTwiceAsync();
        _accounts.Clock.Now += TimeSpan.FromMinutes(1);
        await RefreshAsync(phone);

        var list = await Sessions.ListAsync(_accounts.CallerOf(watch), default);

        Assert.Equal(["Firefox on Android", "okhttp"], list.Select(session => session.Device));
        Assert.Equal([false, true], list.Select(session => session.IsCurrent));
        Assert.True(list[0].LastUsedAt > list[0].CreatedAt);
    }

    [Fact]
    public async Task One_that_was_ended_is_refreshed_no_more()
    {
        var (phone, watch) = await SignInTwiceAsync();
        var caller = _accounts.CallerOf(phone);

        Assert.True(await Sessions.EndAsync(caller, _accounts.CallerOf(watch).Session!, default));
        Assert.True(await Sessions.EndAsync(caller, _accounts.CallerOf(watch).Session!, default));

        Assert.Null(await RefreshAsync(watch));
        Assert.NotNull(await RefreshAsync(phone));
        Assert.Null(await Sessions.FindAsync(_accounts.CallerOf(watch), default));
        Assert.Single(await Sessions.ListAsync(caller, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task Others_cannot_be_ended(string id)
    {
        var (phone, _) = await SignInTwiceAsync();
        var stranger = await _accounts.RegisterAsync();

        Assert.False(await Sessions.EndAsync(_accounts.CallerOf(phone), id, default));
        Assert.False(await Sessions.EndAsync(_accounts.CallerOf(stranger), _accounts.CallerOf(phone).Session!, default));
        Assert.NotNull(await RefreshAsync(phone));
    }

    [Fact]
    public async Task All_others_end_at_once()
    {
        var (phone, watch) = await SignInTwiceAsync();

        Assert.True(await Sessions.EndOthersAsync(_accounts.CallerOf(phone), default));

        Assert.Null(await RefreshAsync(watch));
        Assert.Equal([true], (await Sessions.ListAsync(_accounts.CallerOf(phone), default)).Select(session => session.IsCurrent));
        Assert.NotNull(await RefreshAsync(phone));
        Assert.False(await Sessions.EndOthersAsync(_accounts.CallerOf(watch), default));
    }

    [Fact]
    public async Task One_that_starts_later_lives()
    {
        var (phone, _) = await SignInTwiceAsync();
        await Sessions.EndOthersAsync(_accounts.CallerOf(phone), default);

        var later = await LoginAsync(phone.Account.Email, Watch);

        Assert.NotNull(await RefreshAsync(later));
        await Sessions.EndOthersAsync(_accounts.CallerOf(later), default);
        Assert.Null(await RefreshAsync(phone));
        Assert.NotNull(await RefreshAsync(later));
    }

    [Fact]
    public async Task A_new_password_ends_all_others_and_the_old_one()
    {
        var (phone, watch) = await SignInTwiceAsync();
        var passwords = _accounts.Get<PasswordService>();
        var caller = _accounts.CallerOf(phone);

        Assert.IsType<PasswordOutcome.Invalid>(await passwords.ChangeAsync(caller, "correct horse", "short", default));
        Assert.IsType<PasswordOutcome.WrongPassword>(await passwords.ChangeAsync(caller, "wrong", "another one", default));
        Assert.IsType<PasswordOutcome.WrongPassword>(await passwords.ChangeAsync(caller, null, "another one", default));
        Assert.IsType<PasswordOutcome.Changed>(await passwords.ChangeAsync(caller, "correct horse", "another one", default));

        Assert.Null(await RefreshAsync(watch));
        Assert.NotNull(await RefreshAsync(phone));
        Assert.IsType<LoginOutcome.Refused>(await _accounts.LoginAsync(phone.Account.Email, "correct horse"));
        Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(phone.Account.Email, "another one"));
        Assert.IsType<PasswordOutcome.SignedOut>(await passwords.ChangeAsync(_accounts.CallerOf(watch), "another one", "a third one", default));
    }

    [Fact]
    public async Task What_happened_is_in_the_trail()
    {
        var (phone, watch) = await SignInTwiceAsync();
        var caller = _accounts.CallerOf(phone);
        await Sessions.EndAsync(caller, _accounts.CallerOf(watch).Session!, default);
        await Sessions.EndOthersAsync(caller, default);
        await _accounts.Get<PasswordService>().ChangeAsync(caller, "correct horse", "another one", default);
        await _accounts.Get<AccountService>().LogoutAsync(phone.RefreshToken, _accounts.Phone, default);

        var trail = await _accounts.Get<AuditLog>().ListAsync(phone.Account.Id, null, 100, default);
        Assert.Equal(
            [
                AuditActions.PasswordChanged, AuditActions.SessionRevoked, AuditActions.SessionRevoked, AuditActions.SignedIn, AuditActions.SignedOut,
                AuditActions.SignedUp,
            ],
            trail.Entries.Select(entry => entry.Action).Order());
    }

    private async Task<(SignIn Phone, SignIn Watch)> SignInTwiceAsync()
    {
        var phone = await _accounts.RegisterAsync();
        return (phone, await LoginAsync(phone.Account.Email, Watch));
    }

    private async Task<SignIn> LoginAsync(string email, Device device) =>
        Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(email, "correct horse", device)).SignIn;

    private Task<SignIn?> RefreshAsync(SignIn signIn) => _accounts.RefreshAsync(signIn.RefreshToken);
}
