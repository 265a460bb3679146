namespace FitServerless.Bench.Scale;

/// <summary>What the platform publishes. Sources and dates: docs/scale.md.</summary>
internal static class Limits
{
    public const int AccountRequestsPerSecond = 20_000;

    public const int PartitionEntitiesPerSecond = 2_000;

    public const int QueueMessagesPerSecond = 2_000;

    /// <summary>Of all instances of a subscription in a region, unless more is asked for.</summary>
    public const int RegionMegabytes = 512_000;

    public const int Instances = 1_000;
}
