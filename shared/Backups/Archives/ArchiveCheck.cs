using System.Text.Json;
using FitServerless.Backups.Restores;
using FitServerless.Storage;

namespace FitServerless.Backups.Archives;

/// <summary>Reads an archive through before anything of it is put back: what passes here can be restored to the last byte.</summary>
internal sealed class ArchiveCheck(IEnumerable<FolderRestore> folders, DocumentLayout layout)
{
    private readonly Dictionary<string, FolderRestore> _folders = folders.ToDictionary(folder => folder.Folder, StringComparer.Ordinal);
    private readonly List<ArchiveEntry> _entries = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lastKeys = new(StringComparer.Ordinal);
    private bool _isComplete;

    /// <exception cref="ArchiveFormatException">It cannot be restored, and why.</exception>
    public async Task RunAsync(ArchiveReader archive, CancellationToken cancellationToken)
    {
        await foreach (var file in archive.ReadAsync(cancellationToken))
        {
            Require(!_isComplete, "There is something behind its manifest.");
            Require(_names.Add(file.Name), $"{file.Name} is in it twice.");
            if (file.Name == ArchiveManifest.Name)
                await CheckManifestAsync(file, cancellationToken);
            else
                _entries.Add(await CheckAsync(file, cancellationToken));
        }

        Require(_isComplete, "There is no manifest at its end.");
    }

    private async Task<ArchiveEntry> CheckAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        await using var content = new HashingStream(file.Content);
        int? lines = null;
        if (file.Collection is { } collection)
            lines = await CheckLinesAsync(collection, content, cancellationToken);
        else if (_folders.TryGetValue(file.Folder, out var folder))
            Require(await folder.AcceptsAsync(file with { Content = content }, cancellationToken), $"{file.Name} is not what its name says.");
        await content.CopyToAsync(Stream.Null, cancellationToken);
        return new ArchiveEntry(file.Name, file.Size, content.Sha256(), lines ?? (file.IsLines ? content.Lines : null));
    }

    private async Task<int> CheckLinesAsync(string collection, Stream content, CancellationToken cancellationToken)
    {
        var lines = 0;
        await foreach (var line in LinesReader.ReadAsync(content, cancellationToken))
        {
            lines++;
            var document = Parse(collection, line);
            Require(layout.Problem(document) is null, $"A document of {collection} is not valid: {layout.Problem(document)}");
            var key = TableKeys.Encode(document.Key.Id);
            Require(
                string.CompareOrdinal(_lastKeys.GetValueOrDefault(collection), key) < 0, $"The documents of {collection} are not in order.");
            _lastKeys[collection] = key;
        }

        return lines;
    }

    private static ArchivedDocument Parse(string collection, ReadOnlyMemory<byte> line)
    {
        try
        {
            return ArchivedDocument.Parse(collection, line.Span);
        }
        catch (JsonException)
        {
            throw new ArchiveFormatException($"A document of {collection} cannot be read.");
        }
    }

    private async Task CheckManifestAsync(ArchiveFile file, CancellationToken cancellationToken)
    {
        Require(file.Size <= ArchiveManifest.MaxBytes, "Its manifest is too large.");
        ArchiveManifest? manifest = null;
        try
        {
            manifest = await JsonSerializer.DeserializeAsync(file.Content, ArchiveJson.Default.ArchiveManifest, cancellationToken);
        }
        catch (JsonException)
        {
            // Told below.
        }

        var found = new ArchiveManifest(ArchiveManifest.OurFormat, ArchiveManifest.OurVersion, _entries);
        Require(manifest is { Entries: not null }, "Its manifest cannot be read.");
        Require(manifest!.IsSame(found), "What is in it is not what its manifest says.");
        _isComplete = true;
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
            throw new ArchiveFormatException(message);
    }
}
