namespace FitServerless.Local.Cli.Training;

/// <summary>One second: watts, beats and turns (or strides) a minute, metres a second, metres since the start.</summary>
internal sealed record Measurement(DateTimeOffset Timestamp, int? Power, int Heartrate, int Cadence, double Speed, double Distance);
