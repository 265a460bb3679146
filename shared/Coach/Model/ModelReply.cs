namespace FitServerless.Coach.Model;

/// <summary>What asking a model came to.</summary>
public abstract record ModelReply
{
    private ModelReply()
    {
    }

    public sealed record Completed(string Text) : ModelReply;

    /// <summary>It began and did not finish: the answer was too long, or the connection broke.</summary>
    public sealed record CutOff(string Text) : ModelReply;

    /// <summary>The model, or the service's content filter, would not.</summary>
    public sealed record Refused : ModelReply;

    /// <summary>There is none, or none that answers.</summary>
    /// <param name="Reason">A few words for the log, none of them a user's.</param>
    public sealed record Unavailable(string Reason) : ModelReply;
}
