using System.Text.Json;
using Azure.Core.Pipeline;
using FitServerless.Accounts;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Files;
using FitServerless.Photos;
using FitServerless.Schedules;
using FitServerless.Sync;
using FitServerless.Tests.Photos;
using FitServerless.Tests.Storage;
using FitServerless.Workouts;
using FitServerless.Workouts.Files.Originals;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Backups;

/// <summary>Backups of one user, as one process of the app makes them, sealed.</summary>
internal sealed class BackupProcess(string userId, StorageFixture storage, params HttpPipelinePolicy[] policies)
{
    private IServiceProvider? _provider;

    public IServiceProvider Provider => _provider ??= Services();

    /// <summary>The settings <c>ENCRYPTION_KEY</c> and <c>ENCRYPTION_KEY_PREVIOUS</c>.</summary>
    public (string Current, string Previous) Keys { get; init; } = ("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "");

    public long MaxUploadBytes { get; init; } = new BackupOptions().MaxUploadBytes;

    public string UserId => userId;

    public BackupBlobs Blobs => Provider.GetRequiredService<BackupBlobs>();

    public BackupUploads Uploads => Provider.GetRequiredService<BackupUploads>();

    public BackupSnapshots Snapshots => Provider.GetRequiredService<BackupSnapshots>();

    public FileService Files => Provider.GetRequiredService<FileService>();

    public ISyncStore Store => Provider.GetRequiredService<ISyncStore>();

    public IOccasionJob Job => Provider.GetServices<IOccasionJob>().Single(job => job.Kind == OccasionKind.Backup);

    public Task<RestoreOutcome> RestoreAsync(BackupId id, RestoreMode mode) =>
        Provider.GetRequiredService<BackupRestores>().RestoreAsync(userId, id, mode, default);

    public async Task PutAsync(string collection, string id, string data)
    {
        using var json = JsonDocument.Parse(data);
        var result = await Provider.GetRequiredService<DocumentService>().PutAsync(userId, new DocumentKey(collection, id), json.RootElement, null, default);
        Assert.Equal(ChangeStatus.Applied, result.Status);
    }

    public async Task DeleteAsync(string collection, string id) =>
        await Provider.GetRequiredService<DocumentService>().DeleteAsync(userId, new DocumentKey(collection, id), null, default);

    /// <summary>Every version of a document that can be had, deleted or not.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(string collection, string id)
    {
        var key = new DocumentKey(collection, id);
        var history = await Provider.GetRequiredService<DocumentService>().ReadHistoryAsync(userId, key, default);
        return [.. (history ?? []).Select(version => System.Text.Encoding.UTF8.GetString(version.Document.Data.Span))];
    }

    public async Task<string?> FindAsync(string collection, string id) =>
        await Provider.GetRequiredService<DocumentService>().FindAsync(userId, new DocumentKey(collection, id), default) is { } found
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
        await UploadAsync("lost", "lost"u8.ToArray());
        await UploadAsync("kept", "kept"u8.ToArray());
        await PutAvatarAsync(SamplePictures.Png);
        var content = "a file"u8.ToArray();
        var file = new OriginalFile("ride.fit", "application/vnd.ant.fit", content.Length, Backups.Uploads.Sha256(content));
        await Provider.GetRequiredService<IOriginalStore>().SaveAsync(userId, file, content, default);
    }

    public async Task SpoilAsync()
    {
        await PutAsync("goals", "g1", """{"text":"spoilt"}""");
        await DeleteAsync("goals", "g2");
        await PutAsync("goals", "later", """{"text":"later"}""");
        await PutAsync("workouts", "w1", """{"startedAt":"2025-02-01T10:00:00Z","title":"spoilt"}""");
        await Files.DeleteAsync(userId, await UploadAsync("lost", "lost"u8.ToArray()), default);
        await UploadAsync("later", "later"u8.ToArray());
        await PutAvatarAsync(SamplePictures.Gif);
    }

    /// <returns>Its id, which a repeat finds again.</returns>
    private async Task<string> UploadAsync(string name, byte[] content) => Assert.IsType<FitServerless.Files.UploadOutcome.Stored>(
        await Files.UploadAsync(userId, new FileUpload(name, content, Key: name), default)).File.Id;

    private Task PutAvatarAsync(byte[] picture) =>
        Provider.GetRequiredService<AvatarService>().PutAsync(userId, BarePhoto.Of(picture)!, default);

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

    private IServiceProvider Services() => storage.Provide(
        [("ENCRYPTION_KEY", Keys.Current), ("ENCRYPTION_KEY_PREVIOUS", Keys.Previous), ("Backups:MaxUploadBytes", $"{MaxUploadBytes}")],
        services => services.AddLogging().AddSync().AddWorkouts().AddBackups().AddFiles().AddSingleton<IAccountStore, TableAccountStore>(),
        policies);
}
