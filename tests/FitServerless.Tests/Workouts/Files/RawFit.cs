using System.Buffers.Binary;
using FitServerless.Workouts.Files.Fit;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Builds FIT files byte by byte, so that tests can make what no writer of ours would.</summary>
internal sealed class RawFit(bool bigEndian = false, int headerSize = 14)
{
    private readonly List<byte> _data = [];

    public RawFit Define(int local, int message, params (int Number, int Size, int Type)[] fields) => Define(local, message, fields, []);

    public RawFit Define(int local, int message, (int Number, int Size, int Type)[] fields, (int Number, int Size, int Developer)[] developerFields)
    {
        _data.AddRange([(byte)(0x40 | local | (developerFields.Length > 0 ? 0x20 : 0)), 0, (byte)(bigEndian ? 1 : 0)]);
        _data.AddRange(Bytes(message, 2));
        Append(fields);
        if (developerFields.Length > 0)
            Append(developerFields);
        return this;
    }

    public RawFit Message(int local, params (long Value, int Size)[] values)
    {
        _data.Add((byte)local);
        foreach (var (value, size) in values)
            _data.AddRange(Bytes(value, size));
        return this;
    }

    public RawFit Compressed(int local, int offset, params (long Value, int Size)[] values)
    {
        Message(local, values);
        _data[^(values.Sum(value => value.Size) + 1)] = (byte)(0x80 | (local << 5) | offset);
        return this;
    }

    public RawFit ActivityId() => Define(15, 0, (0, 1, 0)).Message(15, (4, 1));

    public byte[] Build()
    {
        var file = new byte[headerSize + _data.Count + 2];
        file[0] = (byte)headerSize;
        file[1] = 0x20;
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), _data.Count);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        if (headerSize >= 14)
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(12), FitCrc.Compute(file.AsSpan(0, 12)));
        _data.CopyTo(file, headerSize);
        Seal(file);
        return file;
    }

    /// <summary>Makes a changed file's checksum right again.</summary>
    public static void Seal(byte[] file) =>
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), FitCrc.Compute(file.AsSpan(0, file.Length - 2)));

    private void Append((int Number, int Size, int Last)[] fields)
    {
        _data.Add((byte)fields.Length);
        foreach (var (number, size, last) in fields)
            _data.AddRange([(byte)number, (byte)size, (byte)last]);
    }

    private IEnumerable<byte> Bytes(long value, int size)
    {
        var little = Enumerable.Range(0, size).Select(i => (byte)(value >> (8 * i)));
        return bigEndian ? little.Reverse() : little;
    }
}
