using System.ComponentModel.DataAnnotations;

namespace FitServerless.Storage;

/// <summary>Where the data lives and how patient we are with it.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Put before every table name, so that several deployments share an account: letters and digits, from a letter.</summary>
    [RegularExpression("^([A-Za-z][A-Za-z0-9]{0,20})?$")]
    public string TablePrefix { get; set; } = "";

    /// <summary>
    /// The connections that data is spread over, by name and with commas between, each set like <c>AzureWebJobsStorage</c>; none is that one
    /// alone. Their names say which data is where: one that has data keeps its name, and adding one moves data (docs/scale.md).
    /// </summary>
    [RegularExpression("^([A-Za-z][A-Za-z0-9]*(,[A-Za-z][A-Za-z0-9]*)*)?$")]
    public string Shards { get; set; } = "";

    /// <summary>Attempts after the first. With the delays below a request waits at most about 4 s for a storage that is down.</summary>
    [Range(0, 5)]
    public int MaxRetries { get; set; } = 4;

    /// <summary>First delay, doubled (with jitter) each time: 0.2 + 0.4 + 0.8 + 1.6 s at most.</summary>
    [Range(1, 10_000)]
    public int RetryDelayMilliseconds { get; set; } = 200;

    /// <summary>One attempt's limit; Table Storage itself gives up on a query after 5 s and on anything after 30 s.</summary>
    [Range(1, 100)]
    public int AttemptTimeoutSeconds { get; set; } = 10;

    internal IReadOnlyList<string> ShardNames => Shards.Length > 0 ? [.. Shards.Split(',').Distinct()] : ["AzureWebJobsStorage"];
}
