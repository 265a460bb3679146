namespace FitServerless.Local.Host.Durable.Messages;

/// <param name="Name">The orchestrator's.</param>
internal sealed record ReplyAddress(string Instance, string Name, int TaskId, string Execution);
