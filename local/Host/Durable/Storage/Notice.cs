namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>That a process which does not work the hub has put a message into an inbox.</summary>
internal sealed record Notice(string InstanceId, string MessageKey);
