using System.Text.Json;
using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;

namespace FitServerless.Accounts.Profiles;

/// <summary>Settings on their way back, held to the same rules as those that people send.</summary>
internal sealed class SettingsRestore(string userId, RestoreMode mode, IAccountStore accounts, IEnumerable<IAccountWatch> watches) : FolderRestore
{
    /// <summary>Settings are at most 8 KB.</summary>
    private const int MaxBytes = 16 * 1024;

    public override string Folder => SettingsSource.Name;

    public override async Task<bool> AcceptsAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        try
        {
            return file.NameInFolder == "00001.jsonl" && file.Size <= MaxBytes && (await ReadAsync(file, cancellationToken)).IsValid;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public override async Task RestoreAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        var archived = await ReadAsync(file, cancellationToken);
        while (await accounts.FindAsync(userId, cancellationToken) is { } account)
        {
            var restored = mode == RestoreMode.Merge ? archived.MergeInto(account) : archived.ReplaceIn(account);
            if (restored == account)
                return;
            foreach (var watch in watches)
                await watch.PrepareAsync(account, restored, cancellationToken);
            // Otherwise somebody else was faster, and it is done to what they wrote.
            if (!await accounts.TryUpdateProfileAsync(restored, cancellationToken))
                continue;
            foreach (var watch in watches)
                await watch.SeeAsync(restored, cancellationToken);
            return;
        }
    }

    private static async Task<ArchivedSettings> ReadAsync(ArchiveFile file, CancellationToken cancellationToken) =>
        ArchivedSettings.Parse((await file.ReadAllAsync(cancellationToken)).Span);
}
