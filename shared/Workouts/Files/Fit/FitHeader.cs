using System.Buffers.Binary;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>The first 12 or 14 bytes of a file: sizes, versions, ".FIT" and, in the longer form, a checksum of these bytes.</summary>
internal readonly record struct FitHeader(int Size, uint DataSize)
{
    public const int Short = 12;
    public const int Long = 14;

    private static ReadOnlySpan<byte> Signature => ".FIT"u8;

    public static bool IsFit(ReadOnlySpan<byte> file) => file.Length >= Short && file[8..Short].SequenceEqual(Signature);

    /// <summary>What is wrong with the header, and with the sizes and checksum that it tells of; <c>null</c> if nothing.</summary>
    public static ActivityRead.Refused? Check(ReadOnlySpan<byte> file, out FitHeader header)
    {
        header = default;
        if (!IsFit(file) || file[0] < Short)
            return new ActivityRead.Refused(FileRefusal.Malformed, "Not the header of a FIT file.");
        header = new FitHeader(file[0], BinaryPrimitives.ReadUInt32LittleEndian(file[4..]));
        if (header.DataSize == 0 || header.Size + (long)header.DataSize + FitCrc.Size > file.Length)
            return new ActivityRead.Refused(FileRefusal.Truncated, "The file is shorter than its header says.");
        // Of the shorter form's writers some send the longer form with a checksum of 0, which the protocol allows.
        if (header.Size >= Long && ChecksumAt(file, Short) is var own && own != 0 && own != FitCrc.Compute(file[..Short]))
            return new ActivityRead.Refused(FileRefusal.BadChecksum, "The header's checksum is wrong.");
        var end = header.Size + (int)header.DataSize;
        return ChecksumAt(file, end) == FitCrc.Compute(file[..end])
            ? null
            : new ActivityRead.Refused(FileRefusal.BadChecksum, "The file's checksum is wrong.");
    }

    private static ushort ChecksumAt(ReadOnlySpan<byte> file, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(file[offset..]);
}
