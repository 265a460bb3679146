namespace FitServerless.Backups.Archives;

/// <summary>Memory for one file of an archive at a time: it grows to the largest one, however many there are.</summary>
internal sealed class FileBuffer
{
    private byte[] _bytes = [];

    /// <summary>What was in it before is gone.</summary>
    public Memory<byte> For(long size)
    {
        // By doubling: files that grow one after the other would else leave an array each.
        if (_bytes.Length < size)
            _bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Max(size, 2L * _bytes.Length), Array.MaxLength));
        return _bytes.AsMemory(0, checked((int)size));
    }
}
