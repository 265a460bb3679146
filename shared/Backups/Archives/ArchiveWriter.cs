using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace FitServerless.Backups.Archives;

/// <summary>
/// Writes a <c>.tar.gz</c> as its content comes, in constant memory: no file of it is larger than a part of JSON Lines, or else streamed.
/// The same content gives the same bytes: names in order, no times, no owners.
/// </summary>
public sealed class ArchiveWriter : IAsyncDisposable
{
    private readonly GZipStream _gzip;
    private readonly TarWriter _tar;
    private readonly List<ArchiveEntry> _entries = [];

    /// <param name="output">Is written to and left open.</param>
    public ArchiveWriter(Stream output)
    {
        _gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        _tar = new TarWriter(_gzip, TarEntryFormat.Ustar, leaveOpen: true);
    }

    /// <summary>Files of JSON Lines in a folder: <c>00001.jsonl</c>, <c>00002.jsonl</c>, and so on.</summary>
    public LinesWriter Lines(string folder) => new(this, folder);

    /// <param name="name">Unique, of letters and digits, <c>-_.</c> and slashes; at most 100 characters.</param>
    /// <param name="length">Exactly what <paramref name="content"/> gives.</param>
    public async Task AddFileAsync(string name, long length, Stream content, CancellationToken cancellationToken)
    {
        await using var known = new KnownLengthStream(content, length);
        await AddAsync(name, known, cancellationToken);
        _entries.Add(new ArchiveEntry(name, length, known.Sha256()));
    }

    internal async Task AddLinesAsync(string name, ReadOnlyMemory<byte> part, int lines, CancellationToken cancellationToken)
    {
        await AddAsync(name, part, cancellationToken);
        _entries.Add(new ArchiveEntry(name, part.Length, Convert.ToHexStringLower(SHA256.HashData(part.Span)), lines));
    }

    /// <summary>Writes the manifest and the end. Without it the archive is not one.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        var manifest = new ArchiveManifest(ArchiveManifest.OurFormat, ArchiveManifest.OurVersion, _entries);
        await AddAsync(ArchiveManifest.Name, JsonSerializer.SerializeToUtf8Bytes(manifest, ArchiveJson.Default.ArchiveManifest), cancellationToken);
        await _tar.DisposeAsync();
        await _gzip.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _tar.DisposeAsync();
        await _gzip.DisposeAsync();
    }

    private async Task AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var array = MemoryMarshal.TryGetArray(content, out var segment) ? segment : new ArraySegment<byte>(content.ToArray());
        await using var stream = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        await AddAsync(name, stream, cancellationToken);
    }

    private Task AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var entry = new UstarTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = content,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            ModificationTime = DateTimeOffset.UnixEpoch,
        };
        return _tar.WriteEntryAsync(entry, cancellationToken);
    }
}
