namespace Microsoft.DurableTask.Client.Entities;

public readonly record struct CleanEntityStorageRequest
{
    public static CleanEntityStorageRequest Default => new() { RemoveEmptyEntities = true, ReleaseOrphanedLocks = true };

    public bool RemoveEmptyEntities { get; init; }

    /// <summary>Those of orchestrations that no longer run.</summary>
    public bool ReleaseOrphanedLocks { get; init; }

    public string? ContinuationToken { get; init; }
}
