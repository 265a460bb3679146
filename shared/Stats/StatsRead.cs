namespace FitServerless.Stats;

/// <summary>What asking for statistics came to.</summary>
public abstract record StatsRead(StatsTag Tag)
{
    public sealed record Found(StatsTag Tag, TrainingStats Stats) : StatsRead(Tag);

    /// <summary>The caller has them already.</summary>
    public sealed record NotModified(StatsTag Tag) : StatsRead(Tag);
}
