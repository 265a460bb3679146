using System.Buffers;
using System.Buffers.Binary;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>Writes definitions and messages, little-endian, and at the end the header and the checksums around them.</summary>
internal sealed class FitOutput
{
    private const byte DefinitionHeader = 0x40;
    private const byte DeveloperHeader = 0x20;

    /// <summary>2.0, the last version whose features (developer fields, 64-bit numbers) every reader of today knows.</summary>
    private const byte ProtocolVersion = 0x20;

    /// <summary>21.60 as major times 1,000 and minor.</summary>
    private const ushort ProfileVersion = 21_060;

    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);
    private readonly (FitLayout? Layout, FitExtraShape? Extra)[] _defined = new (FitLayout?, FitExtraShape?)[16];
    private int _definitions;

    public FitOutput() => _bytes.Write(stackalloc byte[FitHeader.Long]);

    /// <param name="values">One a column, NaN for none; what does not fit the type is none, too.</param>
    /// <param name="text">Of the last column, when that is a text.</param>
    /// <param name="extra">More fields, as they are.</param>
    public void Write(FitLayout layout, ReadOnlySpan<double> values, ReadOnlySpan<byte> text = default, FitExtra? extra = null)
    {
        // A definition counts its fields in one byte.
        if (extra is { } more && layout.Columns.Length + (more.Shape.FieldBytes.Length / 3) > byte.MaxValue)
            extra = null;
        Byte(LocalOf(layout, extra?.Shape));
        for (var i = 0; i < values.Length; i++)
            Number(layout.Columns[i].Type, Math.Round(values[i] * layout.Columns[i].Scale));
        _bytes.Write(text);
        if (extra is { Values.Span: var taken })
            _bytes.Write(taken);
    }

    public byte[] Finish()
    {
        var file = new byte[_bytes.WrittenCount + FitCrc.Size];
        _bytes.WrittenSpan.CopyTo(file);
        file[0] = FitHeader.Long;
        file[1] = ProtocolVersion;
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(2), ProfileVersion);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), _bytes.WrittenCount - FitHeader.Long);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(FitHeader.Short), FitCrc.Compute(file.AsSpan(0, FitHeader.Short)));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(^FitCrc.Size..), FitCrc.Compute(file.AsSpan(..^FitCrc.Size)));
        return file;
    }

    /// <summary>The local number that the definition has; if none, it is given the one that has had its own for longest.</summary>
    private byte LocalOf(FitLayout layout, FitExtraShape? extra)
    {
        for (byte local = 0; local < _defined.Length; local++)
        {
            if (ReferenceEquals(_defined[local].Layout, layout) && ReferenceEquals(_defined[local].Extra, extra))
                return local;
        }

        var next = (byte)(_definitions++ % _defined.Length);
        _defined[next] = (layout, extra);
        Define(next, layout, extra);
        return next;
    }

    private void Define(byte local, FitLayout layout, FitExtraShape? extra)
    {
        var hasDeveloperFields = extra is { DeveloperBytes.Length: > 0 };
        Byte((byte)(DefinitionHeader | local | (hasDeveloperFields ? DeveloperHeader : 0)));
        Byte(0);
        Byte(0);
        Number(FitBaseType.UShort, layout.Message);
        Byte((byte)(layout.Columns.Length + ((extra?.FieldBytes.Length ?? 0) / 3)));
        foreach (var column in layout.Columns)
        {
            Byte(column.Number);
            Byte(column.Size);
            Byte(column.Type);
        }

        _bytes.Write(extra?.FieldBytes);
        if (!hasDeveloperFields)
            return;
        Byte((byte)(extra!.DeveloperBytes.Length / 3));
        _bytes.Write(extra.DeveloperBytes);
    }

    private void Number(byte type, double value)
    {
        switch (type)
        {
            case FitBaseType.UShort: Little(2, value is >= 0 and < ushort.MaxValue ? (uint)value : ushort.MaxValue); break;
            case FitBaseType.UInt: Little(4, value is >= 0 and < uint.MaxValue ? (uint)value : uint.MaxValue); break;
            case FitBaseType.UIntZ: Little(4, value is > 0 and <= uint.MaxValue ? (uint)value : 0); break;
            case FitBaseType.Int: Little(4, value is >= int.MinValue and < int.MaxValue ? (uint)(int)value : int.MaxValue); break;
            case FitBaseType.SByte: Little(1, value is >= sbyte.MinValue and < sbyte.MaxValue ? (byte)(sbyte)value : 0x7Fu); break;
            default: Byte(value is >= 0 and < byte.MaxValue ? (byte)value : byte.MaxValue); break;
        }
    }

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    private void Little(int size, uint value)
    {
        var span = _bytes.GetSpan(size);
        for (var i = 0; i < size; i++)
            span[i] = (byte)(value >> (8 * i));
        _bytes.Advance(size);
    }
}
