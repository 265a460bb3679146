namespace Microsoft.DurableTask.Client;

/// <param name="Recursive">Sub-orchestrations as well.</param>
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
