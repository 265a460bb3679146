using System.Security.Cryptography;
using System.Text;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;

namespace FitServerless.Accounts.Profiles;

/// <summary>What people have set, in archives: one line in <c>settings/00001.jsonl</c>. Who they are is in no backup, only in the export.</summary>
internal sealed class SettingsSource(IAccountStore accounts, IEnumerable<IAccountWatch> watches) : IBackupSource, IFolderRestore
{
    public const string Name = "settings";

    public string Folder => Name;

    /// <summary>One transaction.</summary>
    public async Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(userId, cancellationToken);
        var state = Encoding.UTF8.GetBytes($"{account?.TimeZone}\n{account?.Settings}");
        return Convert.ToHexStringLower(SHA256.HashData(state).AsSpan(0, 8));
    }

    /// <summary>One transaction.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(userId, cancellationToken) is not { } account)
            return;
        await using var lines = archive.Lines(Folder);
        await lines.WriteAsync(ArchivedSettings.Of(account).WriteTo, cancellationToken);
        await lines.CompleteAsync(cancellationToken);
    }

    public FolderRestore Begin(string userId, RestoreMode mode) => new SettingsRestore(userId, mode, accounts, watches);
}
