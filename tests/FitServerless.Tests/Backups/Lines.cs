using System.Text;
using FitServerless.Backups.Archives;

namespace FitServerless.Tests.Backups;

/// <summary>Archives with lines of a test's making, and a manifest that fits them.</summary>
internal static class Lines
{
    public static async Task<byte[]> ArchiveAsync(string collection, string lines)
    {
        var output = new MemoryStream();
        await using (var archive = new ArchiveWriter(output))
        {
            await archive.AddLinesAsync(
                $"collections/{collection}/00001.jsonl", Encoding.UTF8.GetBytes(lines), lines.Count(letter => letter == '\n'), default);
            await archive.CompleteAsync(default);
        }

        return output.ToArray();
    }
}
