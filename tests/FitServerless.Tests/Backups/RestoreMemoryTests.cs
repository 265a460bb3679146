using System.Security.Cryptography;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Files;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Backups;

/// <summary>
/// However many files an account has, no more memory is asked for: neither is any of it held, nor is it garbage that waits for a collection.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class RestoreMemoryTests(StorageFixture storage)
{
    private const int FileBytes = 4 * 1024 * 1024;

    /// <summary>What the pool may have to make anew, two blocks, and what the client library needs for each of the sixteen files more.</summary>
    private const long Slack = (2 + 2) * FileBytes;

    [Fact]
    public async Task A_backup_and_its_restores_take_the_memory_of_one_file()
    {
        // What is made once: code, buffers that are kept, connections.
        await WeighAsync(2);

        var (few, many) = (await WeighAsync(4), await WeighAsync(20));

        Assert.All(few.Zip(many), weight => Assert.InRange(weight.Second.Bytes - weight.First.Bytes, -Slack, Slack));
    }

    private async Task<IReadOnlyList<(string What, long Bytes)>> WeighAsync(int files)
    {
        var process = new BackupProcess(Guid.NewGuid().ToString(), storage);
        var ids = new List<string>();
        for (var file = 0; file < files; file++)
            ids.Add(await UploadAsync(process, $"{file}.pdf"));
        BackupId backup = null!;
        var taken = await WeighAsync(async () => backup = (await process.Snapshots.TakeNowAsync(process.UserId, default)).Id);
        foreach (var id in ids)
            await process.Files.DeleteAsync(process.UserId, id, default);
        return
        [
            ("take", taken),
            ("restore what is gone", await WeighAsync(() => RestoreAsync(process, backup, RestoreMode.Merge))),
            ("restore what is there", await WeighAsync(() => RestoreAsync(process, backup, RestoreMode.Replace))),
        ];
    }

    private static async Task<long> WeighAsync(Func<Task> act)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await act();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static async Task RestoreAsync(BackupProcess process, BackupId backup, RestoreMode mode) =>
        Assert.IsType<RestoreOutcome.Done>(await process.RestoreAsync(backup, mode));

    private static async Task<string> UploadAsync(BackupProcess process, string name)
    {
        byte[] pdf = [.. "%PDF-1.4\n"u8, .. RandomNumberGenerator.GetBytes(FileBytes), .. "\nstartxref\n9\n%%EOF\n"u8];
        var stored = await process.Files.UploadAsync(process.UserId, new FileUpload(name, pdf, Key: name), default);
        return Assert.IsType<FitServerless.Files.UploadOutcome.Stored>(stored).File.Id;
    }
}
