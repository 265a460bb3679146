using System.Runtime.CompilerServices;

namespace FitServerless.Backups.Archives;

/// <summary>Reads JSON Lines, each as bytes that are good until the next.</summary>
internal static class LinesReader
{
    /// <summary>100,000 rows of all channels are 12 MB of JSON.</summary>
    public const int MaxLine = 16 * 1024 * 1024;

    /// <exception cref="ArchiveFormatException">A line that is longer than any may be, or the last one without its end.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (start, end) = (0, 0);
        int read;
        while ((read = await content.ReadAsync(buffer.AsMemory(end), cancellationToken)) > 0)
        {
            var looked = end;
            end += read;
            while (buffer.AsSpan(looked, end - looked).IndexOf((byte)'\n') is var at and >= 0)
            {
                yield return buffer.AsMemory(start, looked + at - start);
                start = looked = looked + at + 1;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length)
                buffer = end < MaxLine ? Larger(buffer) : throw new ArchiveFormatException($"A line is longer than {MaxLine} bytes.");
        }

        if (end > 0)
            throw new ArchiveFormatException("Damaged: a file of lines ends within one.");
    }

    private static byte[] Larger(byte[] buffer)
    {
        Array.Resize(ref buffer, buffer.Length * 2);
        return buffer;
    }
}
