namespace FitServerless.Coach.Conversations;

/// <summary>What starting a conversation came to.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(Conversation Conversation) : CreateOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : CreateOutcome;
}
