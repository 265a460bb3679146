using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Storage;

namespace FitServerless.Files;

/// <summary>
/// A person's files in the export of everything held about them: what they are called in <c>files/00001.jsonl</c>, each as
/// <c>files/{id}</c>, and the avatar. Not in daily backups: they never change, and a blob is as safe as a copy of it beside it.
/// </summary>
internal sealed class FileExport(IFileStore store, UserBlobs blobs) : IExportSource
{
    public string Folder => FileBlobs.Folder;

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        var files = (await store.ListAsync(userId, cancellationToken)).OrderBy(FileCursor.Of, StringComparer.Ordinal).ToList();
        await using var names = archive.Lines(Folder);
        foreach (var file in files)
            await names.WriteAsync(json => Describe(json, file), cancellationToken);
        await names.CompleteAsync(cancellationToken);
        foreach (var file in files)
            await AddAsync($"{Folder}/{file.Id}", FileBlobs.Name(userId, file), archive, cancellationToken);
        await AddAsync($"{Folder}/avatar", FileBlobs.Avatar(userId), archive, cancellationToken);
    }

    private static void Describe(Utf8JsonWriter json, StoredFile file)
    {
        json.WriteStartObject();
        json.WriteString("id", file.Id);
        json.WriteString("name", file.Name);
        json.WriteString("mediaType", file.MediaType);
        json.WriteString("createdAt", file.CreatedAt);
        json.WriteEndObject();
    }

    /// <summary>Nothing for one that has gone since it was listed.</summary>
    private async Task AddAsync(string name, string blobName, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        if (await blobs.ReadAsync(blobName, cancellationToken) is not { } blob)
            return;
        await using var content = new MemoryStream(blob.Content, writable: false);
        await archive.AddFileAsync(name, blob.Content.Length, content, cancellationToken);
    }
}
