using System.Text;
using System.Text.Json;
using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Efforts;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Files.Originals;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Workouts.Files.Originals;

/// <summary>Who encrypts a workout that was imported wants nothing of it left in the clear.</summary>
[Collection(SharedStorage.Name)]
public sealed class EncryptedOriginalTests
{
    private const string Sealed = """{"enc":"A256GCM","kid":"k1","iv":"AAAA","ct":"BBBB"}""";

    private readonly string _user = Guid.NewGuid().ToString();
    private readonly FakeClock _clock = new();
    private readonly UserBlobs _blobs;
    private readonly TableSyncStore _store;
    private readonly DocumentService _documents;
    private readonly WorkoutService _workouts;
    private readonly ActivityImport _import;

    public EncryptedOriginalTests(StorageFixture storage)
    {
        var options = Options.Create(new SyncOptions());
        _blobs = storage.ConnectBlobs();
        _store = new TableSyncStore(storage.Connect(), _clock, options);
        var (settings, kinds) = (new ThresholdSettings(_store, _clock), new DocumentKinds(options));
        var writer = new DocumentWriter(_store, _clock, observers: [new EncryptedOriginals(_store, _blobs)]);
        _workouts = new WorkoutService(_store, writer, settings, _clock);
        _documents = new DocumentService(
            _store, writer, kinds, new SyncEditPlanner(kinds, [new WorkoutDocumentRules(settings, Thresholds.None)]), _clock);
        _import = new ActivityImport(_workouts, new BlobOriginalStore(_blobs));
    }

    [Fact]
    public async Task Its_file_and_its_samples_go()
    {
        var id = Assert.Single(await ImportAsync(SampleFiles.Bytes("ride.fit")));
        Assert.Single(await BlobsAsync());

        await EncryptAsync(id);

        Assert.Empty(await BlobsAsync());
        var stored = (await _store.FindAsync(_user, new DocumentKey(Workout.Collection, id), withSamples: true, default))!;
        Assert.Equal((0, true), (stored.State.SampleRows, stored.Samples is null or []));
        Assert.DoesNotContain("Power", stored.State.Note, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("BBBB", Encoding.UTF8.GetString(stored.Body.ToUtf8().Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_another_workout_came_from_stays_until_that_is_encrypted_too()
    {
        var ids = await ImportAsync(TwoRides());
        Assert.Equal(2, ids.Count);

        await EncryptAsync(ids[0]);
        Assert.Single(await BlobsAsync());
        await EncryptAsync(ids[1]);

        Assert.Empty(await BlobsAsync());
    }

    [Fact]
    public async Task A_delete_keeps_it_because_the_workout_may_come_back()
    {
        var id = Assert.Single(await ImportAsync(SampleFiles.Bytes("ride.fit")));

        await _workouts.DeleteAsync(_user, id, null, default);

        Assert.Single(await BlobsAsync());
    }

    /// <summary>FIT files may stand behind one another.</summary>
    private static byte[] TwoRides() =>
        [.. ActivityFileWriter.Write(Recordings.FromSeed(1), ActivityFormat.Fit), .. SampleFiles.Bytes("ride.fit")];

    private async Task EncryptAsync(string id)
    {
        var key = new DocumentKey(Workout.Collection, id);
        var version = (await _store.FindAsync(_user, key, false, default))!.State.Version;
        var result = await _documents.PutAsync(_user, key, JsonElement.Parse(Sealed), version, default);
        Assert.Equal(ChangeStatus.Applied, result.Status);
    }

    private async Task<IReadOnlyList<string>> ImportAsync(byte[] file) =>
        [.. Assert.IsType<ImportOutcome.Done>(await _import.ImportAsync(_user, "ride.fit", file, default)).Results.Select(result => result.Id!)];

    private ValueTask<string[]> BlobsAsync() => _blobs.ListAsync($"{_user}/", default).Select(blob => blob.Name).ToArrayAsync();
}
