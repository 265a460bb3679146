namespace FitServerless.Workouts.Files.Archives;

/// <param name="Content">Good until the next file is asked for; <c>null</c> when the file is refused.</param>
internal sealed record ArchivedFile(string Name, ReadOnlyMemory<byte>? Content, ActivityRead.Refused? Refused = null);
