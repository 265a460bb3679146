using System.IO.Compression;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Makes zips, honest and other ones.</summary>
internal static class ZipFiles
{
    public static byte[] Of(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(content);
        return stream.ToArray();
    }

    /// <summary>Says another unpacked size in both headers of the only file.</summary>
    public static byte[] LieAboutSize(byte[] zip, uint size)
    {
        var copy = zip.ToArray();
        BitConverter.TryWriteBytes(copy.AsSpan(22), size);
        var central = copy.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(copy.AsSpan(central + 24), size);
        return copy;
    }

    /// <summary>A directory of as many entries, all of the same empty file, that says it has so many.</summary>
    public static byte[] OfEntries(int count, ushort said)
    {
        var one = Of(("a", []));
        var (start, end) = (one.AsSpan().IndexOf("PK\u0001\u0002"u8), one.AsSpan().IndexOf("PK\u0005\u0006"u8));
        var (local, entry, tail) = (one[..start], one[start..end], one[end..]);
        BitConverter.TryWriteBytes(tail.AsSpan(8), said);
        BitConverter.TryWriteBytes(tail.AsSpan(10), said);
        BitConverter.TryWriteBytes(tail.AsSpan(12), entry.Length * count);
        return [.. local, .. Enumerable.Repeat(entry, count).SelectMany(bytes => bytes), .. tail];
    }

    public static byte[] Link(string name, string target)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry(name);
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = entry.Open();
            content.Write(System.Text.Encoding.UTF8.GetBytes(target));
        }

        return stream.ToArray();
    }
}
