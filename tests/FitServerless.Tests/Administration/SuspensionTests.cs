using FitServerless.Accounts;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Administration;
using FitServerless.Privacy;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Administration;

[Collection(SharedStorage.Name)]
public sealed class SuspensionTests(StorageFixture storage)
{
    private const string Boss = "boss@example.com";

    private readonly AccountServices _accounts = new(storage, ("Accounts:Admins", Boss), ("Accounts:LinksPerAddressAndHour", "1000"));

    [Fact]
    public async Task Who_is_suspended_gets_in_by_nothing_and_learns_why_by_the_right_credential_only()
    {
        var (admin, ada) = (await AdminAsync(), await _accounts.RegisterAsync());
        var email = ada.Account.Email;

        Assert.Equal(SuspensionOutcome.Done, await SuspendAsync(admin, ada.Account.Id, "Spam"));

        Assert.IsType<LoginOutcome.Suspended>(await _accounts.LoginAsync(email, "correct horse"));
        Assert.IsType<LoginOutcome.Refused>(await _accounts.LoginAsync(email, "wrong horse"));
        Assert.IsType<RefreshOutcome.Suspended>(await _accounts.Get<AccountService>().RefreshAsync(ada.RefreshToken, default));
        Assert.IsType<RefreshOutcome.Refused>(await _accounts.Get<AccountService>().RefreshAsync($"{ada.RefreshToken}x", default));
        Assert.IsType<LinkOutcome.Accepted>(await _accounts.Get<MagicLinkService>().RequestAsync(email, _accounts.Phone, default));
        Assert.IsType<VerifyOutcome.Suspended>(
            await _accounts.Get<MagicLinkService>().VerifyAsync(_accounts.Letters.TokenTo(email), null, _accounts.Phone, default));
        Assert.True(_accounts.Get<RefusedCallers>().Contains(_accounts.CallerOf(ada)));
    }

    [Fact]
    public async Task Who_is_let_in_again_signs_in_and_the_sessions_from_before_stay_ended()
    {
        var (admin, ada) = (await AdminAsync(), await _accounts.RegisterAsync());
        await SuspendAsync(admin, ada.Account.Id, null);

        Assert.Equal(SuspensionOutcome.Done, await RestoreAsync(admin, ada.Account.Id));

        Assert.Null(await _accounts.RefreshAsync(ada.RefreshToken));
        var again = Assert.IsType<LoginOutcome.SignedIn>(await _accounts.LoginAsync(ada.Account.Email, "correct horse")).SignIn;
        Assert.False(_accounts.Get<RefusedCallers>().Contains(_accounts.CallerOf(again)));
        Assert.NotNull(await _accounts.RefreshAsync(again.RefreshToken));
    }

    [Fact]
    public async Task Another_process_lets_in_again_and_the_first_takes_the_new_tokens_and_not_the_old_ones()
    {
        var (admin, ada) = (await AdminAsync(), await _accounts.RegisterAsync());
        var other = AccountServices.Beside(_accounts, storage);
        await SuspendAsync(admin, ada.Account.Id, null);
        _accounts.Clock.Now = _accounts.Clock.Now.AddSeconds(2);
        await other.Get<SuspensionService>().RestoreAsync(admin, ada.Account.Id, default);

        var again = Assert.IsType<LoginOutcome.SignedIn>(await other.LoginAsync(ada.Account.Email, "correct horse")).SignIn;

        Assert.False(_accounts.Get<RefusedCallers>().Contains(_accounts.CallerOf(again)));
        Assert.True(_accounts.Get<RefusedCallers>().Contains(_accounts.CallerOf(ada)));
    }

    [Fact]
    public async Task A_repeat_changes_the_reason_and_not_the_time()
    {
        var (admin, ada) = (await AdminAsync(), await _accounts.RegisterAsync());
        var first = _accounts.Clock.Now;
        await SuspendAsync(admin, ada.Account.Id, "Spam");
        _accounts.Clock.Now = first.AddMinutes(1);

        Assert.Equal(SuspensionOutcome.Done, await SuspendAsync(admin, ada.Account.Id, "More spam"));

        Assert.Equal(new Suspension(first, "More spam"), (await _accounts.Get<IAccountStore>().FindAsync(ada.Account.Id, default))!.Suspension);
    }

    [Fact]
    public async Task Both_trails_tell_of_it_and_the_admins_names_nobody()
    {
        var (admin, ada) = (await AdminAsync(), await _accounts.RegisterAsync());
        await SuspendAsync(admin, ada.Account.Id, "Spam");
        await RestoreAsync(admin, ada.Account.Id);

        var hers = await TrailAsync(ada.Account.Id);
        Assert.Equal(
            [("account-restored", "admin", null), ("account-suspended", "admin", "Spam")],
            hers.Where(entry => entry.By == "admin").Select(entry => (entry.Action, entry.By, entry.Details)).OrderBy(entry => entry.Action));
        var his = (await TrailAsync(admin.Id)).Where(entry => entry.Action == AuditActions.AdminAction).Select(entry => entry.Details!).ToList();
        var mark = AdminAccess.MarkOf(ada.Account.Id);
        Assert.Equal([$"account restored: {mark}", $"account suspended: {mark}"], his.Where(details => details.EndsWith(mark, StringComparison.Ordinal)).Order());
        Assert.DoesNotContain(his, details => details.Contains(ada.Account.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_admin_is_suspended_and_so_nobody_suspends_themself()
    {
        var (admin, second) = (await AdminAsync(), await _accounts.RegisterAsync());
        await _accounts.Get<RoleService>().SetAsync(admin, second.Account.Id, Roles.Admin, true, default);

        Assert.Equal(SuspensionOutcome.IsAdmin, await SuspendAsync(admin, admin.Id, null));
        Assert.Equal(SuspensionOutcome.IsAdmin, await SuspendAsync(admin, second.Account.Id, null));
        await _accounts.Get<RoleService>().SetAsync(admin, second.Account.Id, Roles.Admin, false, default);
        Assert.Equal(SuspensionOutcome.Done, await SuspendAsync(admin, second.Account.Id, null));
    }

    [Fact]
    public async Task Only_admins_do_whatever_a_token_says()
    {
        var (ada, bo) = (await _accounts.RegisterAsync(), await _accounts.RegisterAsync());
        var pretender = _accounts.CallerOf(ada) with { Roles = [Roles.Admin] };

        Assert.Equal(SuspensionOutcome.NotAllowed, await SuspendAsync(pretender, bo.Account.Id, null));
        Assert.Equal(SuspensionOutcome.NotAllowed, await RestoreAsync(pretender, bo.Account.Id));
        Assert.NotNull(await _accounts.RefreshAsync(bo.RefreshToken));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("nobody")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task What_is_no_account_is_not_found(string userId)
    {
        var admin = await AdminAsync();

        Assert.Equal(SuspensionOutcome.NotFound, await SuspendAsync(admin, userId, null));
        Assert.Equal(SuspensionOutcome.NotFound, await RestoreAsync(admin, userId));
    }

    [Theory]
    [InlineData(201, 'a')]
    [InlineData(1, '\n')]
    public async Task A_reason_is_a_short_line(int length, char letter) => Assert.Equal(
        SuspensionOutcome.BadReason, await SuspendAsync(await AdminAsync(), Guid.NewGuid().ToString(), new string(letter, length)));

    private async Task<Caller> AdminAsync() => _accounts.CallerOf(await _accounts.SignInByLinkAsync(Boss));

    private Task<SuspensionOutcome> SuspendAsync(Caller admin, string userId, string? reason) =>
        _accounts.Get<SuspensionService>().SuspendAsync(admin, userId, reason, default);

    private Task<SuspensionOutcome> RestoreAsync(Caller admin, string userId) =>
        _accounts.Get<SuspensionService>().RestoreAsync(admin, userId, default);

    private async Task<IReadOnlyList<AuditEntry>> TrailAsync(string userId) =>
        (await _accounts.Get<AuditLog>().ListAsync(userId, null, 1000, default)).Entries;
}
