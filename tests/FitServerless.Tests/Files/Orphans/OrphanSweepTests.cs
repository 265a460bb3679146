using FitServerless.Cleanup;
using FitServerless.Files.Orphans;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts;
using FitServerless.Tests.Workouts.Files;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Tests.Files.Orphans;

[Collection(SharedStorage.Name)]
public sealed class OrphanSweepTests(StorageFixture storage)
{
    [Fact]
    public async Task What_has_no_row_goes_when_it_is_a_day_old_and_the_users_turn()
    {
        var app = new FilesApp(storage);
        var file = await app.StoreAsync();
        await app.Blobs.WriteAsync($"{app.UserId}/files/{Guid.NewGuid()}/0123456789abcdef", SampleDocuments.Text, "text/plain", default);
        await app.Blobs.WriteAsync($"{app.UserId}/daily/2026-11-21.tar.gz", SampleDocuments.Text, "application/gzip", default);
        await app.Blobs.WriteAsync($"{app.UserId}/avatar", SampleDocuments.Text, "image/png", default);

        var done = new CleanupTally();
        await app.Sweep.RunAsync(FilesApp.DayOf(app.UserId), done, default);
        Assert.Equal(4, (await app.BlobsAsync()).Count);
        app.Clock.Now = app.Clock.Now.AddDays(2);
        for (var day = 1; day < OrphanSweep.Slices; day++)
            await app.Sweep.RunAsync(FilesApp.DayOf(app.UserId).AddDays(day), done, default);
        Assert.Equal(4, (await app.BlobsAsync()).Count);
        var before = done.Blobs;
        await app.Sweep.RunAsync(FilesApp.DayOf(app.UserId).AddDays(OrphanSweep.Slices), done, default);
        Assert.True(done.Blobs > before);

        Assert.Equal(
            [$"{app.UserId}/avatar", $"{app.UserId}/daily/2026-11-21.tar.gz", $"{app.UserId}/files/{file.Id}/{file.Version}"], await app.BlobsAsync());
        Assert.Equal("Long run", await app.ReadAsync(file));
    }

    [Fact]
    public async Task A_blob_that_is_written_again_while_it_is_swept_stays()
    {
        var app = new FilesApp(storage);
        var name = $"{app.UserId}/files/{Guid.NewGuid()}/0123456789abcdef";
        await app.Blobs.WriteAsync(name, SampleDocuments.Text, "text/plain", default);
        var late = new LateWriter(() => app.Blobs.WriteAsync(name, SampleDocuments.Text, "text/plain", default));
        var clock = new FakeClock(DateTimeOffset.UtcNow.AddDays(2));
        await new OrphanSweep(app.Blobs, [late], clock).RunAsync(FilesApp.DayOf(app.UserId), new CleanupTally(), default);
        Assert.Equal([name], await app.BlobsAsync());
    }

    [Fact]
    public void Each_user_has_one_day_in_28_and_the_days_have_about_the_same_number()
    {
        var slices = Enumerable.Range(0, 28_000).Select(_ => OrphanSweep.SliceOf(Guid.CreateVersion7().ToString())).CountBy(slice => slice).ToDictionary();
        Assert.Equal(Enumerable.Range(0, OrphanSweep.Slices), slices.Keys.Order());
        Assert.All(slices.Values, count => Assert.InRange(count, 800, 1200));
        // Written down, because another version of the app must come to the same.
        Assert.Equal(4, OrphanSweep.SliceOf("01890a5d-ac96-774b-bcce-b302099a8057"));
    }

    [Fact]
    public async Task An_original_is_needed_as_long_as_its_workout_can_come_back()
    {
        var app = new App(storage, new FakeClock());
        var blobs = storage.ConnectBlobs();
        var import = new ActivityImport(app.Workouts, new BlobOriginalStore(blobs));
        var ids = new List<string>();
        foreach (var name in (string[])["ride.fit", "indoor.fit"])
            ids.Add(((ImportOutcome.Done)await import.ImportAsync(app.UserId, name, SampleFiles.Bytes(name), default)).Results[0].Id!);
        await blobs.WriteAsync(OriginalBlobs.Name(app.UserId, new string('0', 64)), SampleDocuments.Text, "text/plain", default);
        string[] originals = [.. SampleNames(app.UserId)];
        await app.Workouts.DeleteAsync(app.UserId, ids[0], null, default);

        await SweepAsync();
        Assert.Equal(originals.Order(StringComparer.Ordinal), await NamesAsync());
        await app.Store.PurgeTombstonesAsync(app.UserId, (await app.Store.ReadHeadAsync(app.UserId, true, default)).Last, default);
        await SweepAsync();

        Assert.Equal([originals[1]], await NamesAsync());
        await new OriginalPersonalData(blobs).EraseAsync(app.UserId, default);
        Assert.Empty(await NamesAsync());

        Task SweepAsync() => new OrphanSweep(
            blobs, [new OriginalReferences(app.Store)], new FakeClock(DateTimeOffset.UtcNow.AddDays(2)))
            .RunAsync(FilesApp.DayOf(app.UserId), new CleanupTally(), default);

        ValueTask<string[]> NamesAsync() => blobs.ListAsync($"{app.UserId}/", default).Select(blob => blob.Name).ToArrayAsync();
    }

    private static IEnumerable<string> SampleNames(string userId) => ((string[])["ride.fit", "indoor.fit"])
        .Select(name => OriginalBlobs.Name(userId, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(SampleFiles.Bytes(name)))));

    /// <summary>Says that nothing is needed, and lets somebody write meanwhile.</summary>
    private sealed class LateWriter(Func<Task> write) : IBlobReferences
    {
        public string Folder => "files";

        public async Task<IReadOnlySet<string>> FindNeededAsync(
            string userId, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        {
            await write();
            return new HashSet<string>();
        }
    }
}
