namespace FitServerless.Coach.Conversations;

/// <summary>A conversation with the turns that are kept, oldest first.</summary>
public sealed record Transcript(Conversation Conversation, IReadOnlyList<Turn> Turns)
{
    public Turn? Find(string messageId) => Turns.FirstOrDefault(turn => turn.MessageId == messageId);
}
