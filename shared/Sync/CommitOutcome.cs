namespace FitServerless.Sync;

/// <summary>What became of one batch: all of it or nothing.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <param name="Head">The log's new end.</param>
    /// <param name="Sequences">The place of each write, in their order.</param>
    public sealed record Committed(Head Head, IReadOnlyList<Sequence> Sequences) : CommitOutcome;

    /// <summary>Another writer was first: read again and decide anew.</summary>
    public sealed record HeadMoved : CommitOutcome;

    /// <summary>A document that was taken for new is there already.</summary>
    public sealed record AlreadyExists : CommitOutcome;
}
