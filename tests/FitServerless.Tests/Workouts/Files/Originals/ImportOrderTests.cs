using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Files.Originals;

namespace FitServerless.Tests.Workouts.Files.Originals;

/// <summary>A process may die between any two calls to storage.</summary>
[Collection(SharedStorage.Name)]
public sealed class ImportOrderTests(StorageFixture storage)
{
    private readonly App _app = new(storage, new FakeClock());

    [Fact]
    public async Task Whoever_dies_before_the_original_is_kept_leaves_no_workout()
    {
        var import = new ActivityImport(_app.Workouts, new DyingStore(before: true));
        await Assert.ThrowsAsync<IOException>(() => ImportAsync(import));
        Assert.Empty(await _app.LogAsync());
    }

    [Fact]
    public async Task Whoever_dies_after_it_is_kept_leaves_a_file_that_a_repeat_writes_again()
    {
        var store = new DyingStore(before: false);
        await Assert.ThrowsAsync<IOException>(() => ImportAsync(new ActivityImport(_app.Workouts, store)));
        Assert.Empty(await _app.LogAsync());
        await ImportAsync(new ActivityImport(_app.Workouts, store));

        var workout = WorkoutBody.Parse(Assert.Single(await _app.LogAsync()).Body);
        Assert.Equal([workout.Original!.Sha256], store.Saved.Distinct());
    }

    private Task<ImportOutcome> ImportAsync(ActivityImport import) =>
        import.ImportAsync(_app.UserId, "indoor.fit", SampleFiles.Bytes("indoor.fit"), default);

    private sealed class DyingStore(bool before) : IOriginalStore
    {
        private bool _died;

        public List<string> Saved { get; } = [];

        public Task SaveAsync(string userId, OriginalFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
        {
            if (!before)
                Saved.Add(file.Sha256);
            if (_died)
                return Task.CompletedTask;
            _died = true;
            throw new IOException("The process is gone.");
        }

        public Task<byte[]?> ReadAsync(string userId, string sha256, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);
    }
}
