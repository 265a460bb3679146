namespace FitServerless.Local.Cli.Training;

/// <summary>A stretch at one effort, as a share of what the athlete can hold for an hour.</summary>
internal readonly record struct Effort(int Minutes, double Share);
