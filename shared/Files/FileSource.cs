using System.Security.Cryptography;
using System.Text;
using FitServerless.Accounts;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Files;

/// <summary>
/// A person's files in archives: what they are called in <c>files/00001.jsonl</c>, then each as <c>files/{id}</c>, and the picture that the
/// person shows as <c>files/avatar</c>.
/// </summary>
internal sealed class FileSource(
    IFileStore store, UserBlobs blobs, FileService files, AvatarService avatars, IAccountStore accounts, IOptions<FilesOptions> options)
    : IBackupSource, IFolderRestore
{
    public const string List = "00001.jsonl";
    public const string Avatar = "avatar";

    public string Folder => FileBlobs.Folder;

    /// <summary>Two transactions side by side.</summary>
    public async Task<string> ReadMarkAsync(string userId, CancellationToken cancellationToken)
    {
        var (totals, account) = (store.ReadTotalsAsync(userId, cancellationToken), accounts.FindAsync(userId, cancellationToken));
        var state = $"{(await totals).Tag}\n{(await account)?.Avatar}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 8));
    }

    /// <summary>The oldest first. Two transactions, and one for each file.</summary>
    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        var all = (await store.ListAsync(userId, cancellationToken)).OrderBy(FileCursor.Of, StringComparer.Ordinal).ToList();
        await using var names = archive.Lines(Folder);
        foreach (var file in all)
            await names.WriteAsync(ArchivedFile.Of(file).WriteTo, cancellationToken);
        await names.CompleteAsync(cancellationToken);
        foreach (var file in all)
            await AddAsync(file.Id, FileBlobs.Name(userId, file), archive, cancellationToken);
        await AddAsync(Avatar, FileBlobs.Avatar(userId), archive, cancellationToken);
    }

    public FolderRestore Begin(string userId, RestoreMode mode) =>
        new FileFolderRestore(userId, mode, files, avatars, new RestoredFiles(store, blobs), options.Value);

    /// <summary>Nothing for one that has gone since it was listed.</summary>
    private async Task AddAsync(string name, string blobName, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(blobName, cancellationToken);
        if (blob is not null)
            await archive.AddFileAsync($"{Folder}/{name}", blob.Length, blob.Content, cancellationToken);
    }
}
