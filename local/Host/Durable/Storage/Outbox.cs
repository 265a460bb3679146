using FitServerless.Local.Host.Durable.Messages;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>Messages stored with the step that sent them, until they lie in the inboxes of their targets.</summary>
internal sealed record Outbox(string InstanceId, string RowKey, IReadOnlyList<HubMessage> Messages);
