using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using FitServerless.Backups.Archives;

namespace FitServerless.Tests.Backups;

/// <summary>Archives as somebody else may make them.</summary>
internal static class Tars
{
    public static byte[] Gzip(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, level))
            gzip.Write(bytes);
        return output.ToArray();
    }

    /// <summary>A whole archive of ours, but for what <paramref name="break"/> does to the tar.</summary>
    public static async Task<byte[]> OfAsync(Action<byte[]>? @break, params (string Name, string Text)[] files)
    {
        var packed = new MemoryStream();
        await using (var archive = new ArchiveWriter(packed))
        {
            foreach (var (name, text) in files)
                await archive.AddFileAsync(name, Encoding.UTF8.GetByteCount(text), new MemoryStream(Encoding.UTF8.GetBytes(text)), default);
            await archive.CompleteAsync(default);
        }

        var tar = new MemoryStream();
        await new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress).CopyToAsync(tar);
        var bytes = tar.ToArray();
        @break?.Invoke(bytes);
        return Gzip(bytes);
    }

    public static byte[] OfEntry(TarEntry entry)
    {
        var output = new MemoryStream();
        using (var tar = new TarWriter(output, leaveOpen: true))
            tar.WriteEntry(entry);
        return Gzip(output.ToArray());
    }

    /// <summary>Zeros in one file.</summary>
    public static byte[] Bomb(int megabytes)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
        {
            var header = new byte[512];
            "account/zeros"u8.CopyTo(header);
            Encoding.ASCII.GetBytes(Convert.ToString((long)megabytes << 20, 8).PadLeft(11, '0')).CopyTo(header, 124);
            header[156] = (byte)'0';
            "ustar\0"u8.CopyTo(header.AsSpan(257));
            Sign(header);
            gzip.Write(header);
            var zeros = new byte[1 << 20];
            for (var i = 0; i < megabytes; i++)
                gzip.Write(zeros);
        }

        return output.ToArray();
    }

    /// <summary>Makes a header's checksum right again.</summary>
    public static void Sign(Span<byte> header)
    {
        header.Slice(148, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var one in header[..512])
            sum += one;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
    }
}
