using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace FitServerless.Backups.Archives;

/// <summary>
/// Reads archives as strictly as we write them: plain files with harmless names, one after the other. Not by <c>TarReader</c>: that one takes
/// into memory whatever an extended header says it has, and ours have none.
/// </summary>
internal sealed class ArchiveReader(Stream packed, ArchiveLimits limits)
{
    /// <summary>Each is good until the next one. What of it was not read is skipped.</summary>
    /// <exception cref="ArchiveFormatException">Not an archive of ours, or more than there may be.</exception>
    public async IAsyncEnumerable<ArchiveFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var counted = new CountingStream(packed);
        await using var gzip = new GZipStream(counted, CompressionMode.Decompress, leaveOpen: true);
        var input = new BoundedUnpacking(gzip, counted, limits);
        var (header, buffer) = (new byte[TarHeader.Size], new FileBuffer());
        for (var count = 0; await ReadHeaderAsync(input, header, cancellationToken) is { } found; count++)
        {
            if (count == limits.MaxEntries)
                throw new ArchiveFormatException($"More than {limits.MaxEntries} files.");
            await using var content = new EntryStream(input, found.FileSize);
            yield return new ArchiveFile(found.Name, found.FileSize, content, buffer);
            await content.SkipAsync(cancellationToken);
        }
    }

    /// <returns><c>null</c> at the end, which is two empty blocks.</returns>
    private static async Task<TarHeader?> ReadHeaderAsync(BoundedUnpacking input, byte[] header, CancellationToken cancellationToken)
    {
        await input.ReadExactlyAsync(header, cancellationToken);
        if (header.AsSpan().ContainsAnyExcept((byte)0))
            return TarHeader.Parse(header);
        await input.ReadExactlyAsync(header, cancellationToken);
        return header.AsSpan().ContainsAnyExcept((byte)0) ? throw new ArchiveFormatException("Damaged: it ends in the middle.") : null;
    }
}
