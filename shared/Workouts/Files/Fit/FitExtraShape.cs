using System.Buffers;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>Fields of a definition that are taken over as they are, into messages of ours or as a message of their own.</summary>
internal sealed class FitExtraShape
{
    private readonly (FitField Field, int ValueSize)[] _fields;
    private readonly (FitField Field, int ValueSize)[] _developerFields;
    private readonly bool _isBigEndian;

    /// <param name="isCompressed">The time is in the header of the message, where we write none: it becomes a field.</param>
    /// <param name="isOurs">Fields that we write ourselves.</param>
    /// <param name="typeOf">The base type of a developer field, by its description.</param>
    public FitExtraShape(FitDefinition definition, bool isCompressed, Predicate<FitField> isOurs, Func<FitField, byte> typeOf)
    {
        _isBigEndian = definition.IsBigEndian;
        _fields = [.. Where(definition.Fields, field => !isOurs(field)).Select(field => (field, FitBaseType.Size(field.Type)))];
        _developerFields = [.. Where(definition.DeveloperFields, _ => true).Select(field => (field, FitBaseType.Size(typeOf(field))))];
        FieldBytes = Bytes(_fields);
        DeveloperBytes = Bytes(_developerFields);
        Whole = new FitLayout(definition.Number, isCompressed ? [FitLayouts.Timestamp] : []);
    }

    /// <summary>The layout of a message that is nothing but these.</summary>
    public FitLayout Whole { get; }

    /// <summary>Three a field, as definitions have them.</summary>
    public byte[] FieldBytes { get; }

    public byte[] DeveloperBytes { get; }

    public bool IsEmpty => _fields.Length == 0 && _developerFields.Length == 0;

    /// <summary>The fields' values, little-endian, the developers' behind the others.</summary>
    public void Copy(FitMessage message, IBufferWriter<byte> output)
    {
        foreach (var (field, size) in _fields)
            Copy(message.Bytes(field), size, output);
        foreach (var (field, size) in _developerFields)
            Copy(message.Bytes(field), size, output);
    }

    private void Copy(ReadOnlySpan<byte> field, int size, IBufferWriter<byte> output)
    {
        var copy = output.GetSpan(field.Length)[..field.Length];
        field.CopyTo(copy);
        if (_isBigEndian && size > 1 && field.Length % size == 0)
        {
            for (var at = 0; at < copy.Length; at += size)
                copy.Slice(at, size).Reverse();
        }

        output.Advance(field.Length);
    }

    private static List<FitField> Where(ReadOnlySpan<FitField> fields, Predicate<FitField> isTaken)
    {
        var taken = new List<FitField>(fields.Length);
        foreach (var field in fields)
        {
            if (isTaken(field))
                taken.Add(field);
        }

        return taken;
    }

    private static byte[] Bytes((FitField Field, int ValueSize)[] fields) =>
        [.. fields.SelectMany(item => (byte[])[item.Field.Number, (byte)item.Field.Size, item.Field.Type])];
}
