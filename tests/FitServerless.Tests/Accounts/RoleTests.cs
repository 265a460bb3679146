using FitServerless.Accounts;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts;

[Collection(SharedStorage.Name)]
public sealed class RoleTests(StorageFixture storage)
{
    private static readonly Caller Admin = new("7", "admin@example.com", ["user", "admin"]);

    private readonly AccountServices _accounts = new(storage);

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
        var signIn = await _accounts.RegisterAsync();
        var roles = _accounts.Get<RoleService>();

        Assert.True(await roles.SetAsync(Admin, signIn.Account.Id, Roles.Trainer, true, default));
        Assert.Equal(["user", "trainer"], await RolesAsync(signIn));
        Assert.True(await roles.SetAsync(Admin, signIn.Account.Id, Roles.Trainer, false, default));
        Assert.Equal(["user"], await RolesAsync(signIn));
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        var signIn = await _accounts.RegisterAsync();
        var roles = _accounts.Get<RoleService>();

        Assert.False(await roles.SetAsync(_accounts.CallerOf(signIn), signIn.Account.Id, Roles.Admin, true, default));
        Assert.False(await roles.SetAsync(Admin, signIn.Account.Id, "emperor", true, default));
        Assert.False(await roles.SetAsync(Admin, signIn.Account.Id, Roles.User, false, default));
        Assert.False(await roles.SetAsync(Admin, "a/b", Roles.Admin, true, default));
        Assert.False(await roles.SetAsync(Admin, Guid.NewGuid().ToString(), Roles.Admin, true, default));
        Assert.Equal(["user"], await RolesAsync(signIn));
    }

    private async Task<IReadOnlyList<string>> RolesAsync(SignIn signIn) =>
        (await _accounts.Get<AccountService>().FindAsync(signIn.Account.Id, default))!.Roles;
}
