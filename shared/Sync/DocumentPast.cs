namespace FitServerless.Sync;

/// <summary>What a document's row remembers of how it came to be: version numbers given out, old versions kept, mutations seen.</summary>
public sealed record DocumentPast
{
    /// <summary>Devices remembered, 33 bytes each; the one that has been silent longest goes first.</summary>
    public const int MaxDevices = 16;

    public static readonly DocumentPast None = new();

    /// <summary>The highest version number given out: losing sides have numbers, too.</summary>
    public int Versions { get; init; }

    /// <summary>Versions in the history, in the order in which they got there.</summary>
    public IReadOnlyList<int> Kept { get; init; } = [];

    /// <summary>The last mutation of each device that wrote the document, the latest last.</summary>
    public IReadOnlyList<SeenMutation> Seen { get; init; } = [];

    /// <summary>The mutation that made the current version.</summary>
    public SeenMutation? Maker { get; init; }

    public DocumentPast With(SeenMutation seen) =>
        this with { Seen = [.. Seen.Where(one => one.Device != seen.Device).TakeLast(MaxDevices - 1), seen] };

    public SeenMutation? Find(SeenMutation mutation)
    {
        foreach (var seen in Maker is { } maker ? Seen.Append(maker) : Seen)
        {
            if (seen.IsSame(mutation))
                return seen;
        }

        return null;
    }
}
