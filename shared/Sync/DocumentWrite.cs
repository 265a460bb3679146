namespace FitServerless.Sync;

/// <summary>One document's next version, all of whose rows go into one batch.</summary>
public sealed record DocumentWrite
{
    public required DocumentKey Key { get; init; }

    /// <summary>What was found; its log row and list row go when this is written. <c>null</c> inserts, and fails where a row stands.</summary>
    public StoredDocument? Replaces { get; init; }

    /// <summary>Else the document stays as it is and where it is, and only what its row remembers changes.</summary>
    public bool Moves { get; init; } = true;

    /// <summary>Goes to the history, beside what is replaced.</summary>
    public LostSide? Lost { get; init; }

    /// <summary>The new state; its sequence is given out when the batch is made.</summary>
    public required DocumentState State { get; init; }

    /// <summary>The document's JSON for its place in the log, if it <see cref="Moves"/>.</summary>
    public PendingJson Body { get; init; }

    /// <summary>The JSON that lists show; <c>null</c> when the document is in no list.</summary>
    public PendingJson? Summary { get; init; }

    /// <summary>What lists can be filtered by.</summary>
    public string? ListTag { get; init; }

    /// <summary>New samples, encoded; <c>null</c> leaves them as they are, empty removes them.</summary>
    public byte[]? Samples { get; init; }
}
