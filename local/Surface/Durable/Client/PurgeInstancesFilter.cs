namespace Microsoft.DurableTask.Client;

public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long to purge at most; what is left then, <see cref="PurgeResult.IsComplete"/> tells.</summary>
    public TimeSpan? Timeout { get; init; }
}
