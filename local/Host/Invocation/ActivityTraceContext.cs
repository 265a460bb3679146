using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Invocation;

/// <summary>The activity that the server or the timer started, itself a child of the caller's <c>traceparent</c>.</summary>
internal sealed class ActivityTraceContext : TraceContext
{
    private readonly Activity? _activity = Activity.Current;

    public override string TraceParent => _activity?.Id ?? "";

    public override string TraceState => _activity?.TraceStateString ?? "";
}
