namespace FitServerless.Local.Host.Durable.Messages;

/// <summary>What an orchestration can do.</summary>
internal enum ActionKind
{
    CallActivity,
    CreateTimer,
    CallSubOrchestrator,
    SendEvent,
    CallEntity,
    SignalEntity,
    LockEntities,
    UnlockEntity,
}
