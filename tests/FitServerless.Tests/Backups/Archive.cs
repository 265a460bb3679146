using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace FitServerless.Tests.Backups;

/// <summary>What is in an archive, read by the framework's own reader.</summary>
internal static class Archive
{
    public static Dictionary<string, byte[]> Read(byte[] packed)
    {
        using var tar = new TarReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress));
        var files = new Dictionary<string, byte[]>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            files.Add(entry.Name, content.ToArray());
        }

        return files;
    }

    public static IReadOnlyList<string> Lines(byte[] packed, string collection) =>
        [.. Read(packed).Where(file => file.Key.StartsWith($"collections/{collection}/", StringComparison.Ordinal))
            .SelectMany(file => Encoding.UTF8.GetString(file.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries))];
}
