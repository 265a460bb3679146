namespace FitServerless.Bench.Schedules;

/// <summary>One run of the daily briefing, from the timer's firing to the run's end.</summary>
/// <param name="Transactions">Of storage, for each person; those of the engine are not in it.</param>
/// <param name="CpuMilliseconds">Of the app and of the local engine, for each person.</param>
internal sealed record Morning(int People, double Seconds, double Transactions, double CpuMilliseconds)
{
    public double PerSecond => People / Seconds;
}
