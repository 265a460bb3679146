using FitServerless.Accounts;
using FitServerless.Accounts.Sessions;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts;

[Collection(SharedStorage.Name)]
public sealed class RoleTests(StorageFixture storage)
{
    private readonly AccountServices _accounts = new(storage, ("Accounts:Admins", Boss));

    private static string Boss { get; } = AccountServices.NewEmail();

    [Theory]
    [InlineData("boss@example.com", true, true)]
    [InlineData("boss@example.com", false, false)]
    [InlineData("other@example.com", true, false)]
    public void An_address_on_the_list_is_an_admin_once_it_is_verified(string email, bool isVerified, bool isAdmin)
    {
        var options = new AccountOptions { JwtSecret = Convert.ToBase64String(new byte[32]), Admins = "Boss@Example.com, second@example.com" };
        var tokens = new AccessTokens(Options.Create(options), new FakeClock());
        var account = SampleAccounts.New() with { Email = email, EmailVerifiedAt = isVerified ? FakeClock.Morning : null };

        Assert.True(tokens.TryRead(tokens.Issue(account).Token, out var caller));
        Assert.Equal(isAdmin, caller.Roles.Contains("admin"));
    }

    [Fact]
    public async Task An_admin_gives_and_takes_roles()
    {
        var (admin, signIn) = (await AdminAsync(), await _accounts.RegisterAsync());

        Assert.Equal(RoleOutcome.Changed, await SetAsync(admin, signIn.Account.Id, Roles.Trainer, true));
        Assert.Equal(["user", "trainer"], await RolesAsync(signIn));
        Assert.Equal(RoleOutcome.Changed, await SetAsync(admin, signIn.Account.Id, Roles.Trainer, false));
        Assert.Equal(["user"], await RolesAsync(signIn));
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        var signIn = await _accounts.RegisterAsync();

        Assert.Equal(RoleOutcome.NotAllowed, await SetAsync(_accounts.CallerOf(signIn), signIn.Account.Id, Roles.Admin, true));
        Assert.Equal(RoleOutcome.NotAllowed, await SetAsync(_accounts.CallerOf(signIn) with { Roles = [Roles.Admin] }, signIn.Account.Id, Roles.Admin, true));
        Assert.Equal(["user"], await RolesAsync(signIn));
    }

    [Fact]
    public async Task An_admin_whose_session_has_ended_or_whose_role_was_taken_is_none_whatever_the_token_says()
    {
        var (admin, signIn) = (await AdminAsync(), await _accounts.RegisterAsync());
        await SetAsync(admin, signIn.Account.Id, Roles.Admin, true);
        var second = _accounts.CallerOf((await _accounts.RefreshAsync(signIn.RefreshToken))!);
        Assert.Equal(RoleOutcome.Changed, await SetAsync(second, signIn.Account.Id, Roles.Trainer, true));

        await SetAsync(admin, signIn.Account.Id, Roles.Admin, false);
        await _accounts.Get<SessionService>().EndAsync(admin, admin.Session!, default);

        Assert.Equal(RoleOutcome.NotAllowed, await SetAsync(second, signIn.Account.Id, Roles.Admin, true));
        Assert.Equal(RoleOutcome.NotAllowed, await SetAsync(admin, signIn.Account.Id, Roles.Admin, true));
    }

    [Theory]
    [InlineData(null, "emperor")]
    [InlineData(null, Roles.User)]
    [InlineData("a/b", Roles.Admin)]
    [InlineData("00000000-0000-0000-0000-000000000000", Roles.Admin)]
    public async Task What_is_no_account_or_no_role_is_not_found(string? userId, string role)
    {
        var admin = await AdminAsync();

        Assert.Equal(RoleOutcome.NotFound, await SetAsync(admin, userId ?? admin.Id, role, true));
    }

    private async Task<Caller> AdminAsync() => _accounts.CallerOf(await _accounts.SignInByLinkAsync(Boss));

    private Task<RoleOutcome> SetAsync(Caller admin, string userId, string role, bool isGiven) =>
        _accounts.Get<RoleService>().SetAsync(admin, userId, role, isGiven, default);

    private async Task<IReadOnlyList<string>> RolesAsync(SignIn signIn) =>
        (await _accounts.Get<AccountService>().FindAsync(signIn.Account.Id, default))!.Roles;
}
