namespace FitServerless.Sync;

/// <summary>What became of a version; the wire form is the name in camelCase.</summary>
public enum VersionFate
{
    /// <summary>It is the document.</summary>
    Current,

    /// <summary>A later version took its place.</summary>
    Overwritten,

    /// <summary>It lost a conflict and never was the document.</summary>
    Lost,
}
