namespace Microsoft.DurableTask.Client;

/// <param name="Recursive">Sub-orchestrations as well.</param>
public record PurgeInstanceOptions(bool Recursive = false);
