namespace FitServerless.Sync;

/// <summary>A version of a document that is not the current one.</summary>
public sealed record PastVersion
{
    public required int Version { get; init; }

    public required StoredJson Body { get; init; }

    /// <summary>The client's own time of the edit.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>It was a tombstone.</summary>
    public bool Deleted { get; init; }

    /// <summary>It lost a conflict and never was the document; else a later version took its place.</summary>
    public bool Lost { get; init; }

    public string ContentHash { get; init; } = "";

    /// <summary>The mutation that made it, where its device gave it a name.</summary>
    public SeenMutation? Maker { get; init; }
}
