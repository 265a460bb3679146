using System.Text.Json;
using Azure.Core.Pipeline;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Schedules;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Workouts;
using FitServerless.Workouts.Files.Originals;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Backups;

/// <summary>Backups of one user, as one process of the app makes them, sealed.</summary>
internal sealed class BackupProcess(string userId, StorageFixture storage, params HttpPipelinePolicy[] policies)
{
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private readonly IServiceProvider _services = Services(storage, policies);

    public string UserId => userId;

    public BackupBlobs Blobs => _services.GetRequiredService<BackupBlobs>();

    public BackupUploads Uploads => _services.GetRequiredService<BackupUploads>();

    public BackupSnapshots Snapshots => _services.GetRequiredService<BackupSnapshots>();

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public IOccasionJob Job => _services.GetServices<IOccasionJob>().Single(job => job.Kind == OccasionKind.Backup);

    public IServiceProvider Provider => _services;

    public Task<RestoreOutcome> RestoreAsync(BackupId id, RestoreMode mode) =>
        _services.GetRequiredService<BackupRestores>().RestoreAsync(userId, id, mode, default);

    public async Task PutAsync(string collection, string id, string data)
    {
        using var json = JsonDocument.Parse(data);
        var result = await _services.GetRequiredService<DocumentService>().PutAsync(userId, new DocumentKey(collection, id), json.RootElement, null, default);
        Assert.Equal(ChangeStatus.Applied, result.Status);
    }

    public async Task DeleteAsync(string collection, string id) =>
        await _services.GetRequiredService<DocumentService>().DeleteAsync(userId, new DocumentKey(collection, id), null, default);

    /// <summary>Every version of a document that can be had, deleted or not.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(string collection, string id)
    {
        var key = new DocumentKey(collection, id);
        var history = await _services.GetRequiredService<DocumentService>().ReadHistoryAsync(userId, key, default);
        return [.. (history ?? []).Select(version => System.Text.Encoding.UTF8.GetString(version.Document.Data.Span))];
    }

    public async Task<string?> FindAsync(string collection, string id) =>
        await _services.GetRequiredService<DocumentService>().FindAsync(userId, new DocumentKey(collection, id), default) is { } found
            ? System.Text.Encoding.UTF8.GetString(found.Data.Span)
            : null;

    /// <summary>Some of everything.</summary>
    public async Task FillAsync()
    {
        await PutAsync("goals", "g1", """{"text":"one"}""");
        await PutAsync("goals", "g2", """{"text":"two"}""");
        await PutAsync("goals", "g3", """{"text":"three"}""");
        await PutAsync("plans", "p1", """{"title":"plan","status":"active"}""");
        await PutAsync("workouts", "w1", """
            {"startedAt":"2025-02-01T10:00:00Z","title":"ride","measurements":{"timestamp":["2025-02-01T10:00:00Z","2025-02-01T10:00:01Z"],"power":[200,null]}}
            """);
        var content = "a file"u8.ToArray();
        var file = new OriginalFile("ride.fit", "application/vnd.ant.fit", content.Length, Backups.Uploads.Sha256(content));
        await _services.GetRequiredService<IOriginalStore>().SaveAsync(userId, file, content, default);
    }

    public async Task SpoilAsync()
    {
        await PutAsync("goals", "g1", """{"text":"spoilt"}""");
        await DeleteAsync("goals", "g2");
        await PutAsync("goals", "later", """{"text":"later"}""");
        await PutAsync("workouts", "w1", """{"startedAt":"2025-02-01T10:00:00Z","title":"spoilt"}""");
    }

    public async Task<byte[]> ExportAsync()
    {
        var output = new MemoryStream();
        await Snapshots.ExportAsync(userId, output, default);
        return output.ToArray();
    }

    public async Task<byte[]> ReadAsync(BackupId id)
    {
        var backup = await Blobs.OpenAsync(userId, id, default);
        var bytes = new MemoryStream();
        await backup!.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static IServiceProvider Services(StorageFixture storage, HttpPipelinePolicy[] policies) => storage.Provide(
        [("ENCRYPTION_KEY", Key)], services => services.AddLogging().AddSync().AddWorkouts().AddBackups(), policies);
}
