using System.Security.Cryptography;
using System.Text;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Storage;
using FitServerless.Storage.Sealing;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Backups;

/// <summary>Backups in storage, with keys, with other keys and without.</summary>
[Collection(SharedStorage.Name)]
public sealed class SealedBackupTests(StorageFixture storage)
{
    private const string Canary = "Nobody but me is to read this";

    private static readonly string OldKey = NewKey(), OtherKey = NewKey();

    private readonly string _userId = Guid.NewGuid().ToString();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(65_535, 2)]
    [InlineData(65_536, 65_536)]
    [InlineData(4_194_303, 3)]
    [InlineData(4_999_999, 1)]
    [InlineData(0, 5_000_000)]
    public async Task A_sealed_backup_opens_in_ranges(long first, long count)
    {
        var (process, bytes) = (Process(OldKey), RandomNumberGenerator.GetBytes(5_000_000));
        var stored = await PutAsync(process, bytes);
        Assert.Equal(bytes.Length, stored.Size);
        await using var content = (await process.Blobs.OpenAsync(_userId, stored, new ByteSpan(first, count), default))!.Content;
        var stretch = new MemoryStream();
        await content.CopyToAsync(stretch);
        Assert.Equal(bytes[(int)first..(int)(first + count)], stretch.ToArray());
    }

    [Fact]
    public async Task Neither_a_backup_nor_a_part_of_an_upload_can_be_read_in_storage()
    {
        var (process, bytes) = (Process(OldKey), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Canary, 9000))));
        await PutAsync(process, bytes);
        await process.PutAsync("goals", "g1", $$"""{"text":"{{Canary}}"}""");
        await process.Snapshots.TakeNowAsync(_userId, default);
        await process.Uploads.StartAsync(_userId, Id("parts"), new MemoryStream(bytes), null, null, default);
        var found = 0;
        await foreach (var blob in process.Provider.GetRequiredService<UserBlobs>().ListAsync($"{_userId}/", default))
        {
            var users = process.Provider.GetRequiredService<AppContainers>().UsersOf(_userId);
            var raw = (await users.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
            Assert.Equal(-1, raw.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)));
            Assert.False(raw is [0x1F, 0x8B, ..], $"{blob.Name} is a gzip.");
            found++;
        }

        Assert.Equal(3, found);
    }

    [Fact]
    public async Task A_key_is_changed_in_the_middle_of_an_upload_and_everything_still_opens()
    {
        var (before, bytes) = (Process(OldKey), RandomNumberGenerator.GetBytes(300_000));
        await PutAsync(before, bytes);
        var open = Assert.IsType<UploadOutcome.Open>(
            await before.Uploads.StartAsync(_userId, Id("parts"), new MemoryStream(bytes[..100_001]), SHA256.HashData(bytes), null, default));
        var after = Process(OtherKey, OldKey);
        Assert.IsType<UploadOutcome.Stored>(await after.Uploads.AppendAsync(
            _userId, open.UploadId, 100_001, isLast: true, new MemoryStream(bytes[100_001..]), null, null, default));
        Assert.Equal(bytes, await after.ReadAsync(Id("phone")));
        // What was written since needs the new key only.
        Assert.Equal(bytes, await Process(OtherKey).ReadAsync(Id("parts")));
        await Assert.ThrowsAsync<SealException>(() => Process(OtherKey).ReadAsync(Id("phone")));
    }

    [Fact]
    public async Task What_was_there_before_there_was_a_key_and_what_comes_after_it_was_taken_away_is_read()
    {
        var bytes = RandomNumberGenerator.GetBytes(100_000);
        await PutAsync(Process(""), bytes);
        Assert.Equal(bytes, await Process(OldKey).ReadAsync(Id("phone")));
        await PutAsync(Process(OldKey), bytes);
        Assert.Equal(bytes, await Process("", OldKey).ReadAsync(Id("phone")));
    }

    [Fact]
    public async Task With_a_wrong_key_nothing_is_restored_and_nothing_overwritten()
    {
        var (owner, day) = (Process(OldKey), new DateOnly(2025, 11, 4));
        await owner.FillAsync();
        await owner.Snapshots.TakeAsync(_userId, BackupId.OfDay(day), default);
        await owner.SpoilAsync();
        var wrong = Process(OtherKey);
        await Assert.ThrowsAsync<SealException>(() => wrong.RestoreAsync(BackupId.OfDay(day), RestoreMode.Replace));
        // The originals cannot be read, so there is no backup without them in the old one's place.
        await Assert.ThrowsAsync<SealException>(() => wrong.Snapshots.TakeAsync(_userId, BackupId.OfDay(day), default));
        Assert.Contains("spoilt", await owner.FindAsync("goals", "g1"), StringComparison.Ordinal);
        Assert.IsType<RestoreOutcome.Done>(await owner.RestoreAsync(BackupId.OfDay(day), RestoreMode.Replace));
        Assert.Contains("one", await owner.FindAsync("goals", "g1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_backup_in_the_place_of_another_does_not_open()
    {
        var process = Process(OldKey);
        await PutAsync(process, RandomNumberGenerator.GetBytes(100_000));
        var users = process.Provider.GetRequiredService<AppContainers>().UsersOf(_userId);
        var copy = await users.GetBlobClient($"{_userId}/uploads/tablet.tar.gz").StartCopyFromUriAsync(users.GetBlobClient($"{_userId}/uploads/phone.tar.gz").Uri);
        await copy.WaitForCompletionAsync();
        await Assert.ThrowsAsync<SealException>(() => process.ReadAsync(Id("tablet")));
    }

    private BackupProcess Process(string key, string previousKeys = "") => new(_userId, storage) { Keys = (key, previousKeys) };

    private async Task<BackupInfo> PutAsync(BackupProcess process, byte[] bytes) => Assert.IsType<UploadOutcome.Stored>(
        await process.Uploads.PutAsync(_userId, Id("phone"), new MemoryStream(bytes), SHA256.HashData(bytes), default)).Backup;

    private static BackupId Id(string name) => BackupId.TryUpload(name, out var id) ? id : throw new ArgumentException("No name.", nameof(name));

    private static string NewKey() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
