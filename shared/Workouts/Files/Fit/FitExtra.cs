namespace FitServerless.Workouts.Files.Fit;

/// <summary>What is left of a message when the fields that we know are taken out.</summary>
/// <param name="Time">Its own, or that of the message before it; seconds of FIT's epoch.</param>
internal readonly record struct FitExtra(uint Time, FitExtraShape Shape, ReadOnlyMemory<byte> Values);
