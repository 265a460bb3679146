using System.IO.Compression;
using FitServerless.Workouts.Files;

namespace FitServerless.Bench.Files;

/// <summary>Archives that unpack to far more than they are.</summary>
internal static class Bombs
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>They are refused before storage is asked for anything.</summary>
    private static readonly ActivityImport Import = new(null!, null!);

    public static IEnumerable<(string Name, byte[] Bomb)> All()
    {
        // Behind a megabyte of noise its ratio is an honest one as long as nobody has read 32 MB of it.
        var content = new byte[400 * Megabyte];
        new Random(1).NextBytes(content.AsSpan(0, Megabyte));
        var gzip = Gzip(content);
        yield return ("a gzip of 400 MB", gzip);
        yield return ("a zip of 400 MB", Zip(content));
        yield return ("a zip of a gzip of 400 MB", Zip(gzip, "ride.gpx.gz"));
        yield return ("a zip of 20 files of 30 MB", Zip(content.AsSpan(0, 30 * Megabyte), [.. Enumerable.Range(0, 20).Select(i => $"{i}.gpx")]));
    }

    /// <exception cref="InvalidOperationException">It was not.</exception>
    public static async Task RefuseAsync(byte[] bomb, CancellationToken cancellationToken)
    {
        var outcome = await Import.ImportAsync("nobody", "ride.gpx", bomb, cancellationToken);
        if (outcome is ImportOutcome.Done done && done.Results.Any(result => result.Problem is null))
            throw new InvalidOperationException("A bomb was taken in.");
    }

    private static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
            gzip.Write(content);
        return stream.ToArray();
    }

    private static byte[] Zip(ReadOnlySpan<byte> content, params ReadOnlySpan<string> names)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names.IsEmpty ? ["ride.gpx"] : names)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
