namespace FitServerless.Workouts.Files.Fit;

/// <summary>Where a field is in the messages of a definition.</summary>
/// <param name="Type">Its base type; of a developer field, the number of the developer.</param>
internal readonly record struct FitField(byte Number, byte Type, int Offset, int Size);
