namespace FitServerless.Local.Tests.Host.App;

public sealed record ContextSeen(
    string Name,
    string EntryPoint,
    string TriggerType,
    string[] Parameters,
    string Part,
    string TraceParent,
    bool HasInvocationId,
    bool HasSameRequest,
    bool HasSameToken,
    bool HasSameScope);
