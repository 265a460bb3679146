using FitServerless.Accounts;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Accounts;

[Collection(SharedStorage.Name)]
public sealed class TableAccountStoreTests
{
    private readonly StorageFixture _storage;
    private readonly LostAnswerPolicy _answers = new();
    private readonly TableAccountStore _accounts;

    public TableAccountStoreTests(StorageFixture storage) =>
        (_storage, _accounts) = (storage, new TableAccountStore(storage.Connect(_answers)));

    [Theory]
    [InlineData("Zoë O'Neill 🚴")]
    [InlineData(null)]
    public async Task An_account_is_found_by_id_and_by_email(string? name)
    {
        var account = New() with { Name = name, Roles = ["user", "trainer"], TimeZone = "Europe/Berlin", Tier = "pro" };

        Assert.True(await _accounts.TryAddAsync(account, default));

        AssertSame(account, await _accounts.FindAsync(account.Id, default));
        AssertSame(account, await _accounts.FindByEmailAsync(account.Email, default));
    }

    [Fact]
    public async Task Nobody_is_found_where_nobody_is()
    {
        Assert.Null(await _accounts.FindAsync(Guid.NewGuid().ToString(), default));
        Assert.Null(await _accounts.FindByEmailAsync("nobody@example.com", default));
    }

    [Fact]
    public async Task An_email_that_is_taken_stays_with_its_account_and_leaves_nothing_of_the_other()
    {
        var (first, second) = (New(), New());
        second = second with { Email = first.Email };
        await _accounts.TryAddAsync(first, default);

        Assert.False(await _accounts.TryAddAsync(second, default));

        Assert.Equal(first.Id, (await _accounts.FindByEmailAsync(first.Email, default))!.Id);
        Assert.Null(await _accounts.FindAsync(second.Id, default));
    }

    [Fact]
    public async Task Of_many_at_once_with_one_email_one_gets_it()
    {
        var email = New().Email;
        var rivals = Enumerable.Range(0, 10).Select(_ => New() with { Email = email }).ToList();

        var added = await Task.WhenAll(rivals.Select(rival => new TableAccountStore(_storage.Connect()).TryAddAsync(rival, default)));

        Assert.Single(added, true);
        Assert.Equal(rivals[Array.IndexOf(added, true)].Id, (await _accounts.FindByEmailAsync(email, default))!.Id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_lost_answer_does_not_take_the_email_from_its_owner(int arrivals)
    {
        var account = New();
        (_answers.Arrivals, _answers.Losses) = (arrivals, 1);

        Assert.True(await _accounts.TryAddAsync(account, default));
        AssertSame(account, await _accounts.FindByEmailAsync(account.Email, default));
    }

    [Fact]
    public async Task What_signing_in_depends_on_changes_and_nothing_else()
    {
        var account = New() with { Name = "Zoë", TimeZone = "Europe/Berlin" };
        await _accounts.TryAddAsync(account, default);
        var found = (await _accounts.FindAsync(account.Id, default))!;
        var changed = found with
        {
            Name = "not written",
            PasswordHash = "new",
            EmailVerifiedAt = FakeClock.Morning,
            SecondFactor = new SecondFactor { Secret = "sealed", IsOn = true, LastStep = 7, RecoveryCodes = ["a", "b"] },
            SessionEpoch = 2,
            KeptSession = "kept",
            KnownSources = ["here", "there"],
            Roles = ["user", "trainer"],
        };

        Assert.True(await _accounts.TryUpdateAsync(changed, default));

        var read = (await _accounts.FindAsync(account.Id, default))!;
        Assert.Equal(changed.SecondFactor.RecoveryCodes, read.SecondFactor!.RecoveryCodes);
        AssertSame(changed with { Name = "Zoë" }, read with { SecondFactor = changed.SecondFactor });
    }

    [Fact]
    public async Task What_was_there_can_be_taken_away()
    {
        var account = New() with { SecondFactor = new SecondFactor { Secret = "sealed" }, KeptSession = "kept", KnownSources = ["here"] };
        await _accounts.TryAddAsync(account, default);
        var bare = (await _accounts.FindAsync(account.Id, default))! with { PasswordHash = "", SecondFactor = null, KeptSession = null, KnownSources = [] };

        Assert.True(await _accounts.TryUpdateAsync(bare, default));

        AssertSame(bare, await _accounts.FindAsync(account.Id, default));
    }

    [Fact]
    public async Task Of_two_that_change_an_account_at_once_one_has_to_look_again()
    {
        var account = New();
        await _accounts.TryAddAsync(account, default);
        var found = (await _accounts.FindAsync(account.Id, default))!;

        Assert.True(await _accounts.TryUpdateAsync(found with { SessionEpoch = 1 }, default));
        Assert.False(await _accounts.TryUpdateAsync(found with { PasswordHash = "late" }, default));
        Assert.False(await _accounts.TryUpdateAsync(New() with { ETag = found.ETag }, default));
        Assert.True((await _accounts.FindAsync(account.Id, default)) is { SessionEpoch: 1, PasswordHash: "hash" });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Looking_for_an_address_costs_the_same_whether_or_not_it_has_an_account(bool isKnown)
    {
        var account = New();
        if (isKnown)
            await _accounts.TryAddAsync(account, default);
        var counter = new CountingPolicy();
        var accounts = new TableAccountStore(_storage.Connect(counter));

        Assert.Equal(2, await counter.CountAsync(() => accounts.FindByEmailAsync(account.Email, default)));
    }

    [Fact]
    public async Task A_profile_is_changed_only_as_it_was_read_and_nothing_else_with_it()
    {
        await _accounts.TryAddAsync(New() with { Id = "profile", Name = "Zoë" }, default);
        var read = (await _accounts.FindAsync("profile", default))!;
        var changed = read with { Name = null, TimeZone = "Asia/Kathmandu", Settings = """{"units":"imperial"}""", PasswordHash = "not written" };

        Assert.True(await _accounts.TryUpdateProfileAsync(changed, default));
        AssertSame(changed with { PasswordHash = "hash" }, (await _accounts.FindAsync("profile", default))! with { ETag = changed.ETag });
        Assert.False(await _accounts.TryUpdateProfileAsync(read with { Name = "Too late" }, default));
        Assert.False(await _accounts.TryUpdateProfileAsync(read with { Id = "nobody" }, default));
    }

    private static Account New() => new()
    {
        Id = Guid.NewGuid().ToString(),
        Email = $"a/b#c?'{Guid.NewGuid():N}@example.com",
        PasswordHash = "hash",
        CreatedAt = FakeClock.Morning.AddTicks(1),
    };

    private static void AssertSame(Account expected, Account? found)
    {
        Assert.Equal(expected.Roles, found!.Roles);
        Assert.Equal(expected.KnownSources, found.KnownSources);
        Assert.Equal(expected with { ETag = found.ETag }, found with { Roles = expected.Roles, KnownSources = expected.KnownSources });
    }
}
