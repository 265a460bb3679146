namespace FitServerless.Coach.Conversations;

/// <summary>What starting a conversation came to.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(Conversation Conversation) : CreateOutcome;

    /// <summary>There are as many as there may be.</summary>
    public sealed record Full : CreateOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : CreateOutcome;
}
