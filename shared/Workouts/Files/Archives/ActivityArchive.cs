using System.IO.Compression;
using System.Runtime.InteropServices;
using FitServerless.Files;

namespace FitServerless.Workouts.Files.Archives;

/// <summary>
/// A zip of activity files (APPNOTE.TXT, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT), unpacked one at a time and only in
/// memory. Files within may be gzipped, as Strava's export has them; archives within are not opened.
/// </summary>
internal static class ActivityArchive
{
    public const int MaxEntries = 1000;

    private const int UnixTypeMask = 0xF000;
    private const int UnixLink = 0xA000;

    private static ReadOnlySpan<byte> CentralEntry => [(byte)'P', (byte)'K', 1, 2];

    public static bool IsZip(ReadOnlySpan<byte> upload) =>
        upload is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public static bool IsGzip(ReadOnlySpan<byte> upload) => upload is [0x1F, 0x8B, ..];

    /// <summary>The files, or what is wrong with the archive as a whole.</summary>
    public static (IEnumerable<ArchivedFile> Files, ActivityRead.Refused? Refused) Open(ReadOnlyMemory<byte> upload)
    {
        // Counted here, because the library makes objects of all entries before it tells their number, whatever the archive says of it.
        if (upload.Span.Count(CentralEntry) > MaxEntries)
            return ([], new ActivityRead.Refused(FileRefusal.TooLarge, $"More than {MaxEntries} files in the archive."));
        try
        {
            var zip = new ZipArchive(StreamOf(upload), ZipArchiveMode.Read);
            return (Files(zip, zip.Entries), null);
        }
        catch (InvalidDataException)
        {
            return ([], new ActivityRead.Refused(FileRefusal.Malformed, "The archive is damaged."));
        }
    }

    public static ArchivedFile Gunzip(string name, ReadOnlyMemory<byte> packed, BoundedUnpacking unpacking) => Guarded(name, () =>
    {
        using var gzip = new GZipStream(StreamOf(packed), CompressionMode.Decompress);
        return unpacking.Unpack(gzip, packed.Length);
    });

    private static IEnumerable<ArchivedFile> Files(ZipArchive zip, IEnumerable<ZipArchiveEntry> entries)
    {
        using (zip)
        {
            var unpacking = new BoundedUnpacking();
            foreach (var entry in entries)
            {
                var isFolder = entry.FullName.EndsWith('/') && entry.Length == 0;
                if (!FileNames.IsSafe(entry.FullName) || IsLink(entry))
                    yield return Refuse(entry.FullName, FileRefusal.UnsafeName, "A link, or a name that leads out of its folder.");
                else if (!isFolder && !ArchiveNames.IsHidden(entry.FullName))
                    yield return Unpack(entry, unpacking);
            }
        }
    }

    private static ArchivedFile Unpack(ZipArchiveEntry entry, BoundedUnpacking unpacking) => Guarded(entry.FullName, () =>
    {
        using var packed = entry.Open();
        using var file = IsGzipName(entry.Name) ? new GZipStream(packed, CompressionMode.Decompress) : packed;
        return unpacking.Unpack(file, entry.CompressedLength);
    });

    private static bool IsGzipName(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink;

    private static ArchivedFile Guarded(string name, Func<ReadOnlyMemory<byte>?> unpack)
    {
        try
        {
            return unpack() is { } content
                ? new ArchivedFile(name, content)
                : Refuse(name, FileRefusal.TooLarge, "It unpacks to more than we read.");
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
        {
            return Refuse(name, FileRefusal.Malformed, "It cannot be unpacked: damaged, encrypted, or packed in an unknown way.");
        }
    }

    private static ArchivedFile Refuse(string name, FileRefusal reason, string detail) =>
        new(name, null, new ActivityRead.Refused(reason, detail));

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray());
}
