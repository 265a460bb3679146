using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Exercises;

/// <summary>
/// A <see cref="VectorIndex"/> as a file, all numbers little-endian: <c>FSVI</c>, the format's version (byte), the model (text), dimensions and
/// count (32 bits each), the ids (texts), the values (32-bit floats, row after row), and SHA-256 of all that. A text is its length in bytes
/// (7 bits a byte, as <see cref="BinaryWriter"/> has it) and UTF-8.
/// </summary>
public static class VectorFile
{
    public const byte Version = 1;

    private const int MostVectors = 100_000;

    private static ReadOnlySpan<byte> Magic => "FSVI"u8;

    public static byte[] Encode(VectorIndex index)
    {
        using var output = new MemoryStream();
        using (var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(index.Model);
            writer.Write(VectorIndex.Dimensions);
            writer.Write(index.Count);
            foreach (var id in index.Ids)
                writer.Write(id);
            // .NET runs on little-endian machines only, those of Azure Functions included.
            writer.Write(MemoryMarshal.AsBytes(index.Values));
        }

        output.Write(SHA256.HashData(output.GetBuffer().AsSpan(0, (int)output.Length)));
        return output.ToArray();
    }

    /// <exception cref="InvalidDataException">Damaged, or of another version or dimensions: to be made anew.</exception>
    public static VectorIndex Decode(byte[] file)
    {
        var end = file.Length - SHA256.HashSizeInBytes;
        if (end < Magic.Length || !file.AsSpan(0, Magic.Length).SequenceEqual(Magic)
            || !SHA256.HashData(file.AsSpan(0, end)).AsSpan().SequenceEqual(file.AsSpan(end)))
            throw new InvalidDataException("No file of vectors, or a damaged one.");
        try
        {
            using var reader = new BinaryReader(new MemoryStream(file, Magic.Length, end - Magic.Length), Encoding.UTF8);
            return Read(reader);
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("A file of vectors that does not hold what it says.", wrong);
        }
    }

    private static VectorIndex Read(BinaryReader reader)
    {
        if (reader.ReadByte() != Version)
            throw new InvalidDataException("A file of vectors of another version.");
        var model = reader.ReadString();
        var (dimensions, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (dimensions != VectorIndex.Dimensions || count is < 0 or > MostVectors)
            throw new InvalidDataException("Vectors of other dimensions, or too many.");
        var ids = Enumerable.Range(0, count).Select(_ => reader.ReadString()).ToArray();
        return new VectorIndex(model, [.. ids.Select(id => (id, ReadVector(reader)))]);
    }

    private static ReadOnlyMemory<float> ReadVector(BinaryReader reader)
    {
        var vector = new float[VectorIndex.Dimensions];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vector.AsSpan()));
        return vector;
    }
}
