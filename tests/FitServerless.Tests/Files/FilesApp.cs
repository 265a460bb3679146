using Azure.Core.Pipeline;
using FitServerless.Accounts;
using FitServerless.Cleanup;
using FitServerless.Files;
using FitServerless.Files.Orphans;
using FitServerless.Storage;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Files;

/// <summary>The files of one user, as one process of the app serves them.</summary>
internal sealed class FilesApp
{
    public FilesApp(StorageFixture storage, string? userId = null, FilesOptions? options = null, params HttpPipelinePolicy[] policies)
    {
        var services = storage.ConnectAll([("ENCRYPTION_KEY", Key)], policies);
        UserId = userId ?? Guid.NewGuid().ToString();
        Blobs = services.GetRequiredService<UserBlobs>();
        Store = new TableFileStore(services.GetRequiredService<AppTables>());
        Files = new FileService(Store, Blobs, Options.Create(options ?? new FilesOptions()), Clock);
        Avatars = new AvatarService(Blobs, new TableAccountStore(services.GetRequiredService<AppTables>()));
        Sweep = new OrphanSweep(Blobs, [new FileReferences(Store)], Clock);
    }

    public string UserId { get; }

    /// <summary>Blobs have the time of the storage that wrote them.</summary>
    public FakeClock Clock { get; } = new(DateTimeOffset.UtcNow);

    public UserBlobs Blobs { get; }

    public IFileStore Store { get; }

    public FileService Files { get; }

    public AvatarService Avatars { get; }

    public OrphanSweep Sweep { get; }

    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    public static FileUpload Upload(string text = "Long run", string? key = null, string name = "plan.txt") =>
        new(name, System.Text.Encoding.UTF8.GetBytes(text), key);

    public Task<UploadOutcome> UploadAsync(string text = "Long run", string? key = null, string name = "plan.txt") =>
        Files.UploadAsync(UserId, Upload(text, key, name), default);

    public async Task<StoredFile> StoreAsync(string text = "Long run", string? key = null) =>
        Assert.IsType<UploadOutcome.Stored>(await UploadAsync(text, key)).File;

    public async Task<string?> ReadAsync(StoredFile file) =>
        await Files.ReadAsync(UserId, file, new ByteSpan(0, file.Size), default) is { } content ? System.Text.Encoding.UTF8.GetString(content) : null;

    public async Task<IReadOnlyList<StoredFile>> ListAsync() => (await Files.ListAsync(UserId, 1000, null, default)).Items;

    public async Task<IReadOnlyList<string>> BlobsAsync() => await Blobs.ListAsync($"{UserId}/", default).Select(blob => blob.Name).ToListAsync();

    /// <summary>What the totals say is what is there.</summary>
    public async Task AssertTotalsAsync()
    {
        var files = await ListAsync();
        var totals = (await Store.FindWithTotalsAsync(UserId, Guid.NewGuid().ToString(), default)).Totals;
        Assert.Equal((files.Count, files.Sum(file => file.Size)), (totals.Count, totals.Bytes));
    }

    /// <summary>A sweep two days later, when it is this user's turn.</summary>
    public async Task SweepAsync()
    {
        var now = Clock.Now;
        Clock.Now = now.AddDays(2);
        await Sweep.RunAsync(DayOf(UserId), new CleanupTally(), default);
        Clock.Now = now;
    }

    public static DateOnly DayOf(string userId) => DateOnly.FromDayNumber((OrphanSweep.Slices * 26_000) + OrphanSweep.SliceOf(userId));
}
