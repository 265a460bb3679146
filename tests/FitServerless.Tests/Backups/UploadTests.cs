using System.Security.Cryptography;
using FitServerless.Backups;
using FitServerless.Cleanup;
using FitServerless.Files.Orphans;
using FitServerless.Storage;
using FitServerless.Tests.Files;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Backups;

[Collection(SharedStorage.Name)]
public sealed class UploadTests(StorageFixture storage)
{
    private readonly BackupProcess _process = new(Guid.NewGuid().ToString(), storage);

    [Fact]
    public async Task An_upload_that_is_cut_every_64_KB_goes_on_where_it_was()
    {
        var (id, bytes) = (Id("phone"), RandomNumberGenerator.GetBytes((1024 * 1024) + 7));
        var open = await Assert.ThrowsAsync<IOException>(() => _process.Uploads.StartAsync(_process.UserId, id, Cut(bytes, 0), SHA256.HashData(bytes), null, default));
        Assert.NotNull(open);
        // The client never heard where: it starts over, and this time gets an answer.
        var started = Assert.IsType<UploadOutcome.Open>(await _process.Uploads.StartAsync(_process.UserId, id, new MemoryStream(), SHA256.HashData(bytes), null, default));
        var offset = started.Offset;
        for (; bytes.Length - offset > CutAfter; offset = await OffsetAsync(started.UploadId))
        {
            Assert.Equal(0, offset % CutAfter);
            await Assert.ThrowsAsync<IOException>(() => AppendAsync(started.UploadId, offset, Cut(bytes, offset)));
            Assert.Empty(await _process.Blobs.ListAsync(_process.UserId, default));
        }

        var stored = Assert.IsType<UploadOutcome.Stored>(await AppendAsync(started.UploadId, offset, new MemoryStream(bytes[(int)offset..])));
        Assert.Equal((bytes.Length, Uploads.Sha256(bytes)), (stored.Backup.Size, stored.Backup.Sha256));
        Assert.Equal(bytes, await _process.ReadAsync(id));
        Assert.IsType<UploadOutcome.NotFound>(await _process.Uploads.FindAsync(_process.UserId, started.UploadId, default));
    }

    [Fact]
    public async Task A_wrong_digest_keeps_the_old_one()
    {
        var (id, old, bytes) = (Id("phone"), new byte[] { 1, 2, 3 }, new byte[] { 4, 5, 6 });
        var wrong = SHA256.HashData(old);
        Assert.IsType<UploadOutcome.Stored>(await _process.Uploads.PutAsync(_process.UserId, id, new MemoryStream(old), wrong, default));
        Assert.IsType<UploadOutcome.WrongDigest>(await _process.Uploads.PutAsync(_process.UserId, id, new MemoryStream(bytes), wrong, default));

        var open = Assert.IsType<UploadOutcome.Open>(await _process.Uploads.StartAsync(_process.UserId, id, new MemoryStream(), wrong, null, default));
        Assert.IsType<UploadOutcome.WrongDigest>(await AppendAsync(open.UploadId, 0, new MemoryStream(bytes)));

        Assert.Equal(old, await _process.ReadAsync(id));
    }

    [Fact]
    public async Task A_part_with_a_wrong_digest_does_not_count()
    {
        var (id, bytes) = (Id("phone"), RandomNumberGenerator.GetBytes(200_000));
        var open = Assert.IsType<UploadOutcome.Open>(
            await _process.Uploads.StartAsync(_process.UserId, id, new MemoryStream(bytes[..100_000]), null, SHA256.HashData(bytes[..100_000]), default));
        var wrong = await _process.Uploads.AppendAsync(
            _process.UserId, open.UploadId, 100_000, isLast: true, new MemoryStream(bytes[100_001..]), null, SHA256.HashData(bytes[100_000..]), default);
        Assert.IsType<UploadOutcome.WrongDigest>(wrong);
        Assert.Equal(100_000, await OffsetAsync(open.UploadId));
        Assert.IsType<UploadOutcome.Stored>(await AppendAsync(open.UploadId, 100_000, new MemoryStream(bytes[100_000..])));
        Assert.Equal(bytes, await _process.ReadAsync(id));
    }

    [Fact]
    public async Task A_part_that_begins_elsewhere_is_refused_and_told_where()
    {
        var open = Assert.IsType<UploadOutcome.Open>(
            await _process.Uploads.StartAsync(_process.UserId, Id("phone"), new MemoryStream(new byte[10]), null, null, default));
        var wrong = Assert.IsType<UploadOutcome.WrongOffset>(await AppendAsync(open.UploadId, 9, new MemoryStream(new byte[10])));
        Assert.Equal(10, wrong.Offset);
    }

    [Fact]
    public async Task Of_uploads_at_once_one_stands_whole()
    {
        var id = Id("phone");
        var contents = Enumerable.Range(0, 6).Select(_ => RandomNumberGenerator.GetBytes(5 * 1024 * 1024)).ToList();
        var outcomes = await Task.WhenAll(contents.Select(bytes =>
            _process.Uploads.PutAsync(_process.UserId, id, new MemoryStream(bytes), SHA256.HashData(bytes), default)));
        var stored = outcomes.OfType<UploadOutcome.Stored>().Select(one => one.Backup.Sha256).ToList();
        Assert.NotEmpty(stored);
        Assert.All(outcomes, outcome => Assert.True(outcome is UploadOutcome.Stored or UploadOutcome.Overtaken));
        Assert.Contains(Uploads.Sha256(await _process.ReadAsync(id)), stored);
    }

    [Fact]
    public async Task Two_requests_for_one_part_leave_it_there_once()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var open = Assert.IsType<UploadOutcome.Open>(
            await _process.Uploads.StartAsync(_process.UserId, Id("phone"), new MemoryStream(), SHA256.HashData(bytes), null, default));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _process.Uploads.AppendAsync(
            _process.UserId, open.UploadId, 0, isLast: false, new MemoryStream(bytes), null, null, default)));
        Assert.Contains(outcomes, outcome => outcome is UploadOutcome.Open);
        Assert.Equal(bytes.Length, await OffsetAsync(open.UploadId));
        Assert.IsType<UploadOutcome.Stored>(await AppendAsync(open.UploadId, bytes.Length, new MemoryStream()));
    }

    [Fact]
    public async Task An_upload_without_an_end_is_read_up_to_the_limit_and_no_further()
    {
        const long limit = 6 * 1024 * 1024;
        var limited = new BackupProcess(_process.UserId, storage) { MaxUploadBytes = limit };
        var body = new EndlessStream();
        Assert.IsType<UploadOutcome.TooLarge>(await limited.Uploads.PutAsync(_process.UserId, Id("phone"), body, null, default));
        Assert.InRange(body.Given, limit, limit + (256 * 1024));
        var open = Assert.IsType<UploadOutcome.Open>(
            await limited.Uploads.StartAsync(_process.UserId, Id("phone"), new MemoryStream(new byte[10]), null, null, default));
        Assert.IsType<UploadOutcome.TooLarge>(
            await limited.Uploads.AppendAsync(_process.UserId, open.UploadId, 10, isLast: true, new EndlessStream(), null, null, default));
        Assert.Equal(10, Assert.IsType<UploadOutcome.Open>(await limited.Uploads.FindAsync(_process.UserId, open.UploadId, default)).Offset);
        Assert.Empty(await limited.Blobs.ListAsync(_process.UserId, default));
    }

    [Fact]
    public async Task What_was_begun_and_never_finished_is_swept_after_some_days()
    {
        var open = Assert.IsType<UploadOutcome.Open>(
            await _process.Uploads.StartAsync(_process.UserId, Id("phone"), new MemoryStream(new byte[10]), null, null, default));
        await SweepAsync(days: 6);
        Assert.Equal(10, await OffsetAsync(open.UploadId));
        await SweepAsync(days: 8);
        Assert.IsType<UploadOutcome.NotFound>(await _process.Uploads.FindAsync(_process.UserId, open.UploadId, default));

        Task SweepAsync(int days)
        {
            var clock = new FakeClock(DateTimeOffset.UtcNow.AddDays(days));
            var parts = new PartReferences(Microsoft.Extensions.Options.Options.Create(new BackupOptions()), clock);
            return new OrphanSweep(_process.Provider.GetRequiredService<UserBlobs>(), [parts], clock)
                .RunAsync(FilesApp.DayOf(_process.UserId), new CleanupTally(), default);
        }
    }

    private const int CutAfter = 64 * 1024;

    private static BackupId Id(string name) => BackupId.TryUpload(name, out var id) ? id : throw new ArgumentException("No name.", nameof(name));

    private static BrokenStream Cut(byte[] bytes, long offset) => new(bytes.AsMemory((int)offset, CutAfter));

    private Task<UploadOutcome> AppendAsync(string uploadId, long offset, Stream body) =>
        _process.Uploads.AppendAsync(_process.UserId, uploadId, offset, isLast: true, body, null, null, default);

    private async Task<long> OffsetAsync(string uploadId) =>
        Assert.IsType<UploadOutcome.Open>(await _process.Uploads.FindAsync(_process.UserId, uploadId, default)).Offset;
}
