using System.Text;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>One message, read where it lies.</summary>
internal readonly ref struct FitMessage(FitDefinition definition, ReadOnlySpan<byte> bytes, uint? time)
{
    public const byte TimestampField = 253;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public FitDefinition Definition => definition;

    public ushort Number => definition.Number;

    /// <summary>Seconds of FIT's epoch.</summary>
    public uint? Time => time;

    public ReadOnlySpan<FitField> DeveloperFields => definition.DeveloperFields;

    /// <summary>As it is stored, without scale and offset; NaN for none.</summary>
    public double this[byte field] => definition.TryFind(field, out var found) ? ValueOf(found.Type, found) : double.NaN;

    public double? Scaled(byte field, double scale) => this[field] is var value && double.IsNaN(value) ? null : value / scale;

    public int? Whole(byte field) => this[field] is var value && double.IsNaN(value) ? null : (int)Math.Clamp(value, 0, int.MaxValue);

    public uint? Seconds(byte field) => this[field] is >= 0 and < uint.MaxValue and var value ? (uint)value : null;

    /// <summary>Up to its terminating zero; <c>null</c> for none.</summary>
    public string? Text(byte field)
    {
        if (!definition.TryFind(field, out var found) || found.Type != FitBaseType.Text)
            return null;
        var bytes = Bytes(found);
        var end = bytes.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]).Trim();
        return text.Length == 0 ? null : text;
    }

    public ReadOnlySpan<byte> Bytes(byte field) => definition.TryFind(field, out var found) ? Bytes(found) : [];

    public ReadOnlySpan<byte> Bytes(FitField field) => _bytes.Slice(field.Offset, field.Size);

    public double DeveloperValue(FitField field, byte type) => ValueOf(type, field);

    private double ValueOf(byte type, FitField field) => FitBaseType.Number(type, Bytes(field), definition.IsBigEndian);
}
