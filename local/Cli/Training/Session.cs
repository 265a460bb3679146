namespace FitServerless.Local.Cli.Training;

internal sealed record Session(bool IsRide, string Title, DateTimeOffset Start, IReadOnlyList<Effort> Efforts)
{
    private string Id => $"demo-{Start:yyyy-MM-dd}-{(IsRide ? "ride" : "run")}";

    public WorkoutChange ToChange(bool withSamples)
    {
        var measurements = new Athlete(Seed).Perform(this);
        var end = Start.AddSeconds(measurements.Count);
        return new WorkoutChange(
            "create", Id, UpdatedAt: end, Start, end, measurements.Count, IsRide ? "Biking" : "Running", Title,
            withSamples ? null : Summary.Of(measurements), withSamples ? measurements : null);
    }

    // The day decides, so that every run makes the same workout of it.
    private int Seed => DateOnly.FromDateTime(Start.UtcDateTime).DayNumber;
}
