namespace FitServerless.Workouts.Files.Archives;

/// <summary>Unpacks, and stops where more comes out than a recording can be: what an archive says of its sizes may be a lie.</summary>
internal sealed class BoundedUnpacking
{
    /// <summary>TCX shrinks to a twentieth, one of a home trainer that stood still to a fiftieth.</summary>
    private const int MaxRatio = 100;

    /// <summary>Small files may be as blank as they like.</summary>
    private const int FreeBytes = 1024 * 1024;

    /// <summary>All files of one archive together; entries that share their data would multiply it. Takes about a second.</summary>
    private const long MaxTotal = 256 * 1024 * 1024;

    private long _total;

    /// <returns><c>null</c> when it is too much.</returns>
    /// <exception cref="InvalidDataException">The packed data is damaged.</exception>
    public ReadOnlyMemory<byte>? Unpack(Stream packed, long packedLength, long saidLength)
    {
        var limit = Math.Min(ActivityFileReader.MaxBytes, Math.Max(FreeBytes, packedLength * MaxRatio));
        limit = Math.Min(limit, MaxTotal - _total);
        // Believed only as a hint: a true one saves the growing.
        var output = new MemoryStream((int)Math.Clamp(saidLength, 0, Math.Max(0, Math.Min(limit, packedLength * 8))));
        Span<byte> block = stackalloc byte[16 * 1024];
        int read;
        while ((read = packed.Read(block)) > 0)
        {
            if (output.Length + read > limit)
            {
                _total += output.Length;
                return null;
            }

            output.Write(block[..read]);
        }

        _total += output.Length;
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
