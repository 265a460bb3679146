using System.Buffers.Binary;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>The types of values in FIT. Each has a value that stands for "none".</summary>
internal static class FitBaseType
{
    public const byte Enum = 0x00;
    public const byte SByte = 0x01;
    public const byte Byte = 0x02;
    public const byte Text = 0x07;
    public const byte UShort = 0x84;
    public const byte Int = 0x85;
    public const byte UInt = 0x86;

    /// <summary>Its "none" is 0.</summary>
    public const byte UIntZ = 0x8C;

    /// <summary>The high bit only says that the byte order matters.</summary>
    private const int NumberMask = 0x1F;

    /// <summary>Bytes of one value; 0 for a type that there is not.</summary>
    public static int Size(byte type) => (type & NumberMask) switch
    {
        0 or 1 or 2 or 7 or 10 or 13 => 1,
        3 or 4 or 11 => 2,
        5 or 6 or 8 or 12 => 4,
        9 or 14 or 15 or 16 => 8,
        _ => 0,
    };

    /// <summary>The first value of a field; NaN for none, for text and for sizes that do not fit the type.</summary>
    public static double Number(byte type, ReadOnlySpan<byte> field, bool bigEndian)
    {
        var size = Size(type);
        if (size == 0 || field.Length < size || field.Length % size != 0)
            return double.NaN;
        var raw = Raw(field[..size], bigEndian);
        return (type & NumberMask) switch
        {
            0 or 2 or 13 => Unless(raw, byte.MaxValue),
            1 => raw == 0x7F ? double.NaN : (sbyte)raw,
            3 => raw == 0x7FFF ? double.NaN : (short)raw,
            4 => Unless(raw, ushort.MaxValue),
            5 => raw == 0x7FFF_FFFF ? double.NaN : (int)raw,
            6 => Unless(raw, uint.MaxValue),
            8 => BitConverter.UInt32BitsToSingle((uint)raw),
            9 => BitConverter.UInt64BitsToDouble(raw),
            10 or 11 or 12 or 16 => Unless(raw, 0),
            14 => raw == long.MaxValue ? double.NaN : (long)raw,
            15 => Unless(raw, ulong.MaxValue),
            _ => double.NaN,
        };
    }

    private static double Unless(ulong raw, ulong none) => raw == none ? double.NaN : raw;

    private static ulong Raw(ReadOnlySpan<byte> value, bool bigEndian) => value.Length switch
    {
        1 => value[0],
        2 => bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(value) : BinaryPrimitives.ReadUInt16LittleEndian(value),
        4 => bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(value) : BinaryPrimitives.ReadUInt32LittleEndian(value),
        _ => bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(value) : BinaryPrimitives.ReadUInt64LittleEndian(value),
    };
}
