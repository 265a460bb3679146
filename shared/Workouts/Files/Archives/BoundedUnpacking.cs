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

    /// <summary>
    /// It grows by four, so that the buffers which it grew out of take little: 64 KiB + 256 KiB + 1 + 4 + 16 + 32 MiB, 53 in all. What a bomb
    /// may take is 64.
    /// </summary>
    private const int Growth = 4;

    /// <summary>One for all files.</summary>
    private byte[] _output = new byte[64 * 1024];
    private long _total;

    /// <returns>What is good until the next call; <c>null</c> when it is too much.</returns>
    /// <exception cref="InvalidDataException">The packed data is damaged.</exception>
    public ReadOnlyMemory<byte>? Unpack(Stream packed, long packedLength)
    {
        var limit = Limit(packedLength);
        var length = 0;
        int read;
        // One byte more than there may be, to see that there are more.
        while ((read = packed.Read(_output.AsSpan(length, Math.Min(_output.Length, limit + 1) - length))) > 0)
        {
            _total += read;
            length += read;
            if (length > limit)
                return null;
            if (length == _output.Length)
                Array.Resize(ref _output, Math.Min(length * Growth, ActivityFileReader.MaxBytes + 1));
        }

        return _output.AsMemory(0, length);
    }

    private int Limit(long packedLength)
    {
        var honest = Math.Min(ActivityFileReader.MaxBytes, Math.Max(FreeBytes, packedLength * MaxRatio));
        return (int)Math.Clamp(MaxTotal - _total, 0, honest);
    }
}
