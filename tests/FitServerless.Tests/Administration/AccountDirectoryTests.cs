using FitServerless.Accounts;
using FitServerless.Administration;
using FitServerless.Privacy;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Administration;

/// <summary>On a storage of its own: others' accounts would be in the list.</summary>
public sealed class AccountDirectoryTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private const string Boss = "boss@example.com";

    private readonly CountingPolicy _transactions = new();

    [Fact]
    public async Task All_accounts_are_listed_once_in_the_order_in_which_they_were_made()
    {
        var accounts = new AccountServices(storage, ("Accounts:Admins", Boss));
        var admin = accounts.CallerOf(await accounts.SignInByLinkAsync(Boss));
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            accounts.Clock.Now = accounts.Clock.Now.AddSeconds(1);
            made.Add((await accounts.RegisterAsync()).Account.Id);
        }

        var listed = new List<AccountSummary>();
        string? cursor = null;
        do
        {
            var page = Found(await accounts.Get<AccountDirectory>().ListAsync(admin, cursor, 2, default));
            Assert.True(page.Accounts.Count <= 2);
            listed.AddRange(page.Accounts);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(made, listed.Select(account => account.Id).Where(made.Contains));
        Assert.Equal(listed.Count, listed.Select(account => account.Id).Distinct().Count());
        var boss = listed.Single(account => account.Email == Boss);
        Assert.Equal((admin.Id, true), (boss.Id, boss.IsEmailVerified));
        Assert.Contains(Roles.Admin, boss.Roles);
    }

    [Fact]
    public async Task One_account_is_found_by_its_address_however_it_is_written_and_its_owner_sees_that()
    {
        var accounts = new AccountServices(storage, ("Accounts:Admins", Boss));
        var (admin, ada) = (accounts.CallerOf(await accounts.SignInByLinkAsync(Boss)), await accounts.RegisterAsync());

        var found = Assert.Single(Found(await FindAsync(accounts, admin, $" {ada.Account.Email.ToUpperInvariant()}")).Accounts);

        Assert.Equal((ada.Account.Id, ada.Account.Email, ada.Account.CreatedAt), (found.Id, found.Email, found.CreatedAt));
        Assert.Contains((await accounts.Get<AuditLog>().ListAsync(ada.Account.Id, null, 10, default)).Entries, entry => entry.Action == AuditActions.AdminAccess);
        Assert.Empty(Found(await FindAsync(accounts, admin, AccountServices.NewEmail())).Accounts);
        Assert.IsType<DirectoryOutcome.NoAddress>(await FindAsync(accounts, admin, "nobody"));
        Assert.IsType<DirectoryOutcome.NotAllowed>(await FindAsync(accounts, accounts.CallerOf(ada) with { Roles = [Roles.Admin] }, Boss));
    }

    [Fact]
    public async Task A_page_is_one_transaction()
    {
        var store = new TableAccountStore(storage.Connect(_transactions));
        await store.TryAddAsync(SampleAccounts.New(Guid.CreateVersion7(FakeClock.Morning).ToString()), default);

        Assert.Equal(1, await _transactions.CountAsync(() => store.ListAsync(null, FakeClock.Morning.AddDays(1), 1000, default)));
    }

    private static Task<DirectoryOutcome> FindAsync(AccountServices accounts, Caller admin, string address) =>
        accounts.Get<AccountDirectory>().FindAsync(admin, address, default);

    private static AccountPage Found(DirectoryOutcome outcome) => Assert.IsType<DirectoryOutcome.Found>(outcome).Page;
}
