using FitServerless.Schedules.Runs;

namespace FitServerless.Functions.Schedules;

/// <summary>Where the run of a shard is: all that it takes along when its history is begun anew.</summary>
/// <param name="Try">From 1.</param>
/// <param name="Left">Whose job failed in this try.</param>
/// <param name="After">The key behind which the next page begins.</param>
public sealed record ShardState(DueShard Shard, int Tries, int RetrySeconds, int Try, int Left, string? After, RunCounts Counts)
{
    public PageTask Page => new(Shard, After, Try == Tries);

    /// <summary>Four times as long before each further try.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(RetrySeconds * Math.Pow(4, Try - 1));

    public ShardState With(PageResult page) => this with { Left = Left + page.Left, After = page.Last, Counts = Counts + page.Counts };

    public ShardState NextTry() => this with { Try = Try + 1, Left = 0, After = null };
}
