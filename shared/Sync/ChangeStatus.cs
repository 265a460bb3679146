namespace FitServerless.Sync;

/// <summary>What became of one change; the wire form is the name in camelCase.</summary>
public enum ChangeStatus
{
    /// <summary>The change is now the document.</summary>
    Applied,

    /// <summary>Measurements of both sides were united; the result holds the outcome.</summary>
    Merged,

    /// <summary>The server's document is newer and stays; the result holds it.</summary>
    Stale,

    /// <summary>Seen before; nothing was written.</summary>
    Duplicate,

    /// <summary>Refused; the result says why. Its neighbours are not affected.</summary>
    Rejected,
}
