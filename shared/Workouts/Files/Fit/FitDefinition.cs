using System.Buffers.Binary;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>How the messages that follow under a local number are laid out.</summary>
internal sealed class FitDefinition
{
    private const int FixedSize = 5;
    private const int FieldSize = 3;

    private readonly FitField[] _fields;
    private readonly FitField[] _developerFields = [];

    /// <summary>By field number, the place in <see cref="_fields"/> plus one.</summary>
    private readonly byte[] _places = new byte[256];

    private FitDefinition(ReadOnlySpan<byte> bytes, bool hasDeveloperFields)
    {
        IsBigEndian = bytes[1] != 0;
        Number = IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) : BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        _fields = ReadFields(bytes[FixedSize..], bytes[4]);
        for (var i = 0; i < _fields.Length; i++)
            _places[_fields[i].Number] = (byte)(i + 1);
        var end = FixedSize + (_fields.Length * FieldSize);
        if (hasDeveloperFields)
            _developerFields = ReadFields(bytes[(end + 1)..], bytes[end]);
    }

    public bool IsBigEndian { get; }

    /// <summary>The message's number in the profile.</summary>
    public ushort Number { get; }

    /// <summary>Bytes of each message.</summary>
    public int MessageSize { get; private set; }

    public ReadOnlySpan<FitField> Fields => _fields;

    public ReadOnlySpan<FitField> DeveloperFields => _developerFields;

    /// <summary><c>null</c> when the file ends within it.</summary>
    /// <param name="size">Its own bytes.</param>
    public static FitDefinition? Read(ReadOnlySpan<byte> bytes, bool hasDeveloperFields, out int size)
    {
        size = FixedSize;
        if (bytes.Length < size)
            return null;
        size += bytes[4] * FieldSize;
        if (hasDeveloperFields && bytes.Length > size)
            size += 1 + (bytes[size] * FieldSize);
        else if (hasDeveloperFields)
            return null;
        return bytes.Length < size ? null : new FitDefinition(bytes, hasDeveloperFields);
    }

    public bool TryFind(byte number, out FitField field)
    {
        var place = _places[number];
        field = place == 0 ? default : _fields[place - 1];
        return place != 0;
    }

    private FitField[] ReadFields(ReadOnlySpan<byte> bytes, int count)
    {
        var fields = new FitField[count];
        for (var i = 0; i < count; i++)
        {
            var (number, size, type) = (bytes[i * FieldSize], bytes[(i * FieldSize) + 1], bytes[(i * FieldSize) + 2]);
            fields[i] = new FitField(number, type, MessageSize, size);
            MessageSize += size;
        }

        return fields;
    }
}
