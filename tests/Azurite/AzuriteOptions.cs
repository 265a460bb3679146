namespace FitServerless.Azurite;

public sealed record AzuriteOptions
{
    /// <summary>Where the data stays; null keeps it in memory and drops it at the end.</summary>
    public string? Folder { get; init; }

    /// <summary>0 is any free port, as for the other two.</summary>
    public int BlobPort { get; init; }

    public int QueuePort { get; init; }

    public int TablePort { get; init; }

    /// <summary>Finds rows and ranges of a partition by indexes, which Azurite does not by itself: for tables of very many rows.</summary>
    public bool ManyRows { get; init; }

    /// <summary>Further arguments of Azurite's command line, for example <c>--oauth basic</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
