namespace FitServerless.Local.Host.Durable.Messages;

/// <summary>One step of an orchestration: what reached it and what it did thereupon. Its history is a list of them.</summary>
internal sealed record Turn(DateTimeOffset At, IReadOnlyList<HubEvent> Events, IReadOnlyList<HubAction> Actions);
