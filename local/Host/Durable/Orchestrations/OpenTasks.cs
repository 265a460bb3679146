using System.Diagnostics.CodeAnalysis;
using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Host.Durable.Work;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>The activities and timers of one generation that this process has begun.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The end of the generation disposes of the source.")]
internal sealed class OpenTasks(OrchestrationRecord instance, HubWork hub, Slots activitySlots, Action<HubEvent> post)
{
    private readonly HashSet<int> _begun = [];
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(hub.Aborted);
    private int _running;

    public string Execution => instance.ExecutionOfGeneration;

    public bool Any => Volatile.Read(ref _running) > 0;

    /// <summary>Those begun before go on as they are.</summary>
    public void Begin(IEnumerable<HubAction> actions)
    {
        foreach (var action in actions)
        {
            if (action.Kind == ActionKind.CallActivity && _begun.Add(action.TaskId)) BeginActivity(action);
            else if (action.Kind == ActionKind.CreateTimer && _begun.Add(action.TaskId)) _ = FireAsync(action);
        }
    }

    /// <summary>Timers no longer fire. Activities end by themselves.</summary>
    public void End()
    {
        _ended.Cancel();
        _ended.Dispose();
    }

    private void BeginActivity(HubAction call)
    {
        Interlocked.Increment(ref _running);
        if (!hub.TryStart(() => RunAsync(call))) Interlocked.Decrement(ref _running);
    }

    private async Task RunAsync(HubAction call)
    {
        await activitySlots.TakeAsync();
        try
        {
            if (hub.IsStopping) return;
            var end = await hub.Services.Activities.RunAsync(instance.InstanceId, call, hub.Aborted);
            post(end with { Execution = Execution });
        }
        catch (OperationCanceledException)
        {
            // Aborted: the next owner runs it again.
        }
        finally
        {
            activitySlots.Free();
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task FireAsync(HubAction timer)
    {
        Interlocked.Increment(ref _running);
        try
        {
            await hub.DelayUntilAsync(timer.DueAt!.Value, _ended.Token);
            post(new HubEvent(EventKind.TaskCompleted) { TaskId = timer.TaskId, Execution = Execution });
        }
        catch (OperationCanceledException)
        {
            // The orchestration is over, or another process goes on with it.
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
