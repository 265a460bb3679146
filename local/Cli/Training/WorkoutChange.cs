namespace FitServerless.Local.Cli.Training;

internal sealed record WorkoutChange(
    string Action,
    string LocalId,
    DateTimeOffset UpdatedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    int DurationSeconds,
    string SportType,
    string Title,
    Summary? Summary,
    IReadOnlyList<Measurement>? Measurements);
