using FitServerless.Accounts;
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
    public async Task A_new_password_hash_changes_nothing_else()
    {
        var account = New() with { Name = "Zoë" };
        await _accounts.TryAddAsync(account, default);

        await _accounts.SetPasswordHashAsync(account.Id, "new", default);

        AssertSame(account with { PasswordHash = "new" }, await _accounts.FindAsync(account.Id, default));
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
        Assert.Equal(expected, found with { Roles = expected.Roles, ETag = expected.ETag });
    }
}
