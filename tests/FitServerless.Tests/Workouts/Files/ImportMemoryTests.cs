using System.Text;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>However many files an archive has, one is in memory. Runs alone: it weighs the whole process.</summary>
[Collection(AloneCollection.Name)]
public sealed class ImportMemoryTests(StorageFixture storage)
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task An_archive_of_a_hundred_files_takes_the_memory_of_one()
    {
        // 0.9 MB each, 90 MB in all if they stayed.
        var text = Encoding.UTF8.GetString(ActivityFileWriter.Write(SampleFiles.Read("ride.fit"), ActivityFormat.Gpx));
        var padding = new string('\n', 9 * Megabyte / 10);
        var archive = ZipFiles.Of([.. Enumerable.Range(0, 100).Select(day => ($"{day}.gpx", File(text, padding, day)))]);
        var store = new WeighingStore();
        var outcome = await new ActivityImport(new App(storage, new FakeClock()).Workouts, store).ImportAsync("user", "all.zip", archive, default);

        Assert.Equal(100, Assert.IsType<ImportOutcome.Done>(outcome).Results.Count(result => result.Status == ChangeStatus.Applied));
        Assert.Equal(100, store.Weights.Count);
        Assert.InRange(store.Weights.Max() - store.Weights[0], 0, 16L * Megabyte);
    }

    private static byte[] File(string text, string padding, int day) => Encoding.UTF8.GetBytes(
        text.Replace("2026-05-03T", $"{new DateOnly(2026, 5, 3).AddDays(day):yyyy-MM-dd}T", StringComparison.Ordinal)
            .Replace("<trk>", padding + "<trk>", StringComparison.Ordinal));

    private sealed class WeighingStore : IOriginalStore
    {
        public List<long> Weights { get; } = [];

        public Task SaveAsync(string userId, OriginalFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            Weights.Add(GC.GetTotalMemory(forceFullCollection: true));
            return Task.CompletedTask;
        }

        public Task<byte[]?> ReadAsync(string userId, string sha256, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
    }
}
