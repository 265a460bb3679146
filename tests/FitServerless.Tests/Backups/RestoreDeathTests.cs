using Azure;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Storage;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Backups;

/// <summary>A restore is killed at each of its storage calls in turn, and other devices write while it runs.</summary>
[Collection(SharedStorage.Name)]
public sealed class RestoreDeathTests(StorageFixture storage)
{
    private const string Edit = """{"text":"meanwhile"}""";

    [Theory]
    [InlineData(RestoreMode.Replace, false)]
    [InlineData(RestoreMode.Replace, true)]
    [InlineData(RestoreMode.Merge, false)]
    [InlineData(RestoreMode.Merge, true)]
    public async Task Repeated_it_ends_as_it_would_have(RestoreMode mode, bool isDelivered)
    {
        var expected = await RestoredAsync(mode);
        for (var call = 1; ; call++)
        {
            var (account, id) = await AccountAsync();
            var dying = new BackupProcess(account.UserId, storage, new MortalPolicy(call, isDelivered));
            var isDone = await TryAsync(dying, id, mode);
            Assert.IsType<RestoreOutcome.Done>(await account.RestoreAsync(id, mode));
            Assert.Equal(expected, Contents.Of(await account.ExportAsync()));
            Assert.Null(await new RestoreJournals(account.Provider.GetRequiredService<AppTables>()).FindAsync(account.UserId, default));
            if (isDone)
                break;
            Assert.True(call < 400, "It never ends.");
        }
    }

    [Fact]
    public async Task Killed_and_not_repeated_the_account_comes_back_from_the_backup_before()
    {
        var spoilt = await SpoiltAsync();
        for (var call = 1; ; call++)
        {
            var (account, id) = await AccountAsync();
            var isDone = await TryAsync(new BackupProcess(account.UserId, storage, new MortalPolicy(call, false)), id, RestoreMode.Replace);
            if (isDone)
                break;
            if (await account.Blobs.ListAsync(account.UserId, BackupId.BeforeRestore, default) is [var before, ..])
                Assert.IsType<RestoreOutcome.Done>(await account.RestoreAsync(before.Id, RestoreMode.Replace));
            Assert.Equal(spoilt, Contents.Of(await account.ExportAsync()));
        }
    }

    [Theory]
    [InlineData(RestoreMode.Replace)]
    [InlineData(RestoreMode.Merge)]
    public async Task What_another_device_writes_meanwhile_is_never_lost(RestoreMode mode)
    {
        var isLast = false;
        for (var call = 1; !isLast; call++)
        {
            isLast = true;
            var (account, id) = await AccountAsync();
            var device = new BackupProcess(account.UserId, storage);
            var interrupting = new MortalPolicy()
            {
                Before = async now =>
                {
                    if (now != call)
                        return;
                    isLast = false;
                    await device.PutAsync("goals", "g1", Edit);
                    await device.PutAsync("goals", "g3", Edit);
                    await device.PutAsync("goals", "new", Edit);
                },
            };
            Assert.IsType<RestoreOutcome.Done>(await new BackupProcess(account.UserId, storage, interrupting).RestoreAsync(id, mode));
            foreach (var goal in isLast ? [] : new[] { "g1", "g3", "new" })
                Assert.Contains(Edit, await account.VersionsAsync("goals", goal));
        }
    }

    private async Task<IReadOnlyList<string>> RestoredAsync(RestoreMode mode)
    {
        var (account, id) = await AccountAsync();
        Assert.IsType<RestoreOutcome.Done>(await account.RestoreAsync(id, mode));
        return Contents.Of(await account.ExportAsync());
    }

    private async Task<IReadOnlyList<string>> SpoiltAsync() => Contents.Of(await (await AccountAsync()).Account.ExportAsync());

    private async Task<(BackupProcess Account, BackupId Id)> AccountAsync()
    {
        var account = new BackupProcess(Guid.NewGuid().ToString(), storage);
        await account.FillAsync();
        var id = BackupId.OfDay(new DateOnly(2025, 3, 1));
        await account.Snapshots.TakeAsync(account.UserId, id, default);
        await account.SpoilAsync();
        return (account, id);
    }

    /// <returns>Whether it lived to its end.</returns>
    private static async Task<bool> TryAsync(BackupProcess dying, BackupId id, RestoreMode mode)
    {
        try
        {
            await dying.RestoreAsync(id, mode);
            return true;
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException)
        {
            return false;
        }
    }
}
