namespace FitServerless.Workouts.Files.Fit;

/// <summary>A field that we write.</summary>
/// <param name="Length">Bytes of a text; other types know their own.</param>
internal readonly record struct FitColumn(byte Number, byte Type, double Scale = 1, byte Length = 0)
{
    public byte Size => Length > 0 ? Length : (byte)FitBaseType.Size(Type);
}
