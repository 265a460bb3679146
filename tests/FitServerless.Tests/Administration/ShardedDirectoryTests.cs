using FitServerless.Accounts;
using FitServerless.Storage;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage.Shards;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Administration;

/// <summary>The list of accounts where they are spread over three storage accounts.</summary>
public sealed class ShardedDirectoryTests(ShardedStorageFixture storage) : IClassFixture<ShardedStorageFixture>
{
    private readonly TableAccountStore _accounts = new(storage.Connect().GetRequiredService<AppTables>());

    [Fact]
    public async Task All_are_listed_once_page_by_page()
    {
        var made = Enumerable.Range(0, 20).Select(i => Guid.CreateVersion7(FakeClock.Morning.AddSeconds(i)).ToString()).ToList();
        foreach (var id in made)
            Assert.True(await _accounts.TryAddAsync(SampleAccounts.New(id), default));

        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await _accounts.ListAsync(cursor, FakeClock.Morning.AddDays(1), 3, default))!;
            listed.AddRange(page.Accounts.Select(account => account.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(made, listed.Order());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("x y z")]
    [InlineData("-1 a")]
    public async Task A_cursor_that_is_none_leads_nowhere(string cursor) =>
        Assert.Null(await _accounts.ListAsync(cursor, FakeClock.Morning.AddDays(1), 3, default));
}
