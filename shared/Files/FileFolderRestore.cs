using System.Text.Json;
using FitServerless.Backups.Archives;
using FitServerless.Backups.Restores;
using FitServerless.Photos;

namespace FitServerless.Files;

/// <summary>
/// Files and the avatar on their way back, held to the same rules as uploads. Merged, what is there stays, and what was deleted since the backup
/// comes back: files have no history that could tell.
/// </summary>
internal sealed class FileFolderRestore(
    string userId, RestoreMode mode, FileService files, AvatarService avatars, RestoredFiles restored, FilesOptions options) : FolderRestore
{
    private readonly Dictionary<string, ArchivedFile> _listed = new(StringComparer.Ordinal);
    private bool _hasAvatar;

    public override string Folder => FileBlobs.Folder;

    public override async Task<bool> AcceptsAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        switch (file.NameInFolder)
        {
            case FileSource.List:
                await ReadListAsync(file, cancellationToken);
                await CheckRoomAsync(cancellationToken);
                return true;
            case FileSource.Avatar:
                return file.Size <= options.MaxAvatarBytes && BarePhoto.Of((await file.ReadAllAsync(cancellationToken)).Span) is not null;
            case var id:
                return _listed.TryGetValue(id, out var known) && known.Size == file.Size
                    && FileType.Of((await file.ReadAllAsync(cancellationToken)).Span) is { } type
                    && type.MediaType == known.MediaType && FileNames.Safe(known.Name, type.Extensions) == known.Name;
        }
    }

    public override async Task RestoreAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        if (file.NameInFolder == FileSource.List)
            await ReadListAsync(file, cancellationToken);
        else if (file.NameInFolder == FileSource.Avatar)
            await RestoreAvatarAsync(file, cancellationToken);
        else
            await restored.PutAsync(userId, _listed[file.NameInFolder].ToStored(), await file.ReadAllAsync(cancellationToken), cancellationToken);
    }

    public override async Task DeleteOthersAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var file in await restored.ListAsync(userId, cancellationToken))
        {
            if (!_listed.ContainsKey(file.Id) && file.CreatedAt <= before)
                await files.DeleteAsync(userId, file.Id, cancellationToken);
        }

        if (!_hasAvatar)
            await avatars.DeleteAsync(userId, cancellationToken);
    }

    private async Task RestoreAvatarAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        _hasAvatar = true;
        var (photo, shown) = (BarePhoto.Of((await file.ReadAllAsync(cancellationToken)).Span)!, await avatars.FindAsync(userId, cancellationToken));
        if (shown is null || (mode == RestoreMode.Replace && !photo.Bytes.Span.SequenceEqual(shown.Content)))
            await avatars.PutAsync(userId, photo, cancellationToken);
    }

    private async Task ReadListAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        await foreach (var line in LinesReader.ReadAsync(file.Content, cancellationToken))
        {
            var known = Parse(line);
            if (!IsOne(known) || _listed.Count == options.MaxFiles || !_listed.TryAdd(known.Id, known))
                throw new ArchiveFormatException($"{file.Name} has too many files, one twice, or one whose id, size or time is none.");
        }
    }

    /// <summary>Table Storage has no times before 1601: such a row would be refused when others are written already.</summary>
    private bool IsOne(ArchivedFile known) => FileService.IsId(known.Id)
        && known.Size >= 1 && known.Size <= options.MaxFileBytes
        && known.CreatedAt >= DateTimeOffset.UnixEpoch;

    /// <summary>Asked before anything is written. Uploads that come between may still take the room.</summary>
    private async Task CheckRoomAsync(CancellationToken cancellationToken)
    {
        var kept = mode == RestoreMode.Merge ? await restored.ListAsync(userId, cancellationToken) : [];
        var sizes = _listed.Values.Select(file => file.Size)
            .Concat(kept.Where(file => !_listed.ContainsKey(file.Id)).Select(file => file.Size)).ToList();
        if (sizes.Count > options.MaxFiles || sizes.Sum() > options.MaxTotalBytes)
            throw new ArchiveFormatException(
                $"There is room for {options.MaxFiles} files of {options.MaxTotalBytes} bytes in all; delete some first.");
    }

    private static ArchivedFile Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return ArchivedFile.Parse(line.Span);
        }
        catch (JsonException)
        {
            throw new ArchiveFormatException("A line about a file cannot be read.");
        }
    }
}
