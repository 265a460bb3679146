namespace FitServerless.Local.Host.Durable.Messages;

/// <summary>What can reach an instance: an orchestration first, then an entity.</summary>
internal enum EventKind
{
    Started,
    EventRaised,
    TaskCompleted,
    TaskFailed,
    Terminated,
    Suspended,
    Resumed,
    Operation,
    Lock,
    Unlock,
}
