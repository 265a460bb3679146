using FitServerless.Accounts;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Accounts;

[Collection(SharedStorage.Name)]
public sealed class TableRefreshTokenStoreTests
{
    private readonly LostAnswerPolicy _answers = new();
    private readonly TableRefreshTokenStore _store;

    public TableRefreshTokenStoreTests(StorageFixture storage) => _store = new TableRefreshTokenStore(storage.Connect(_answers), storage.Expiry);

    [Fact]
    public async Task A_family_reads_back()
    {
        var family = New();
        await _store.AddAsync(family, default);

        var found = await FindAsync(family);

        Assert.Equal(family with { ETag = found.ETag }, found);
        Assert.NotEqual(default, found.ETag);
        Assert.Null(await _store.FindAsync(family.AccountId, "other", default));
    }

    [Fact]
    public async Task The_families_of_an_account_are_listed()
    {
        var family = New();
        await _store.AddAsync(family, default);
        await _store.AddAsync(family with { Id = "other", Revoked = true }, default);
        await _store.AddAsync(New(), default);

        Assert.Equal(["family", "other"], (await _store.ListAsync(family.AccountId, default)).Select(one => one.Id).Order());
    }

    [Fact]
    public async Task Of_two_that_change_a_family_at_once_one_succeeds()
    {
        var family = New();
        await _store.AddAsync(family, default);
        var (mine, theirs) = (await FindAsync(family), await FindAsync(family));

        Assert.True(await _store.TryUpdateAsync(theirs with { Revoked = true }, default));
        Assert.False(await _store.TryUpdateAsync(mine with { Generation = 2 }, default));
        Assert.True((await FindAsync(family)) is { Revoked: true, Generation: 1 });
    }

    [Fact]
    public async Task A_family_that_is_gone_cannot_be_changed() =>
        Assert.False(await _store.TryUpdateAsync(New() with { ETag = Azure.ETag.All }, default));

    [Fact]
    public async Task Lost_answers_do_not_end_a_sign_in()
    {
        var options = Options.Create(new AccountOptions { JwtSecret = Convert.ToBase64String(new byte[32]) });
        var tokens = new RefreshTokens(_store, options, new FakeClock(), NullLogger<RefreshTokens>.Instance);
        _answers.Losses = 1;
        var token = (await tokens.IssueAsync(SampleAccounts.New(), SampleAccounts.Phone, SignInMethod.Link, default)).Token;
        for (var round = 0; round < 3; round++)
        {
            _answers.Losses = 1;
            token = (await tokens.RotateAsync(token, default))!.Token;
        }

        Assert.Contains(".4.", token, StringComparison.Ordinal);
        _answers.Losses = 1;
        await tokens.EndAsync(token, default);
        Assert.Null(await tokens.RotateAsync(token, default));
    }

    private static RefreshFamily New() => new()
    {
        AccountId = Guid.NewGuid().ToString(),
        Id = "family",
        Device = "Firefox on Android",
        Method = SignInMethod.Link,
        CreatedAt = FakeClock.Morning,
        Epoch = 3,
        Generation = 1,
        RotatedAt = FakeClock.Morning.AddTicks(1),
        ExpiresAt = FakeClock.Morning.AddDays(60),
    };

    private async Task<RefreshFamily> FindAsync(RefreshFamily family) => (await _store.FindAsync(family.AccountId, family.Id, default))!;
}
