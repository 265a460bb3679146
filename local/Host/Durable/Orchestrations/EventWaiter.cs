namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Somebody who waits for an event, of whatever type.</summary>
internal abstract class EventWaiter
{
    public abstract Task Task { get; }

    /// <returns>False when it has given up.</returns>
    public abstract bool TryComplete(string? data);
}
