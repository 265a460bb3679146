using FitServerless.Cleanup;
using FitServerless.Files;
using FitServerless.Files.Orphans;
using FitServerless.Storage;
using FitServerless.Tests.Storage.Shards;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Files.Orphans;

public sealed class ShardedSweepTests(ShardedStorageFixture storage) : IClassFixture<ShardedStorageFixture>
{
    [Fact]
    public async Task What_nothing_tells_of_goes_from_every_account()
    {
        var services = storage.Connect();
        var (blobs, clock) = (services.GetRequiredService<UserBlobs>(), new FakeClock(DateTimeOffset.UtcNow.AddDays(2)));
        var sweep = new OrphanSweep(blobs, [new FileReferences(new TableFileStore(services.GetRequiredService<AppTables>()))], clock);
        foreach (var user in Enumerable.Range(0, 3).Select(UserIn))
        {
            await blobs.WriteAsync($"{user}/files/{Guid.NewGuid()}/0123456789abcdef", SampleDocuments.Text, "text/plain", default);
            Assert.Single(await blobs.ListAsync($"{user}/", default).ToListAsync());
            await sweep.RunAsync(FilesApp.DayOf(user), new CleanupTally(), default);
            Assert.Empty(await blobs.ListAsync($"{user}/", default).ToListAsync());
        }
    }

    private string UserIn(int account) =>
        Enumerable.Range(0, 1000).Select(_ => Guid.NewGuid().ToString()).First(user => storage.Map.IndexOf(user) == account);
}
