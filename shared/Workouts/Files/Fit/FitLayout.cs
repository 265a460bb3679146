namespace FitServerless.Workouts.Files.Fit;

/// <summary>A message that we write: its number and fields, under a local number of its own.</summary>
internal sealed record FitLayout(byte Local, ushort Message, params FitColumn[] Columns);
