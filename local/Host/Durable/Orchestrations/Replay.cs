using FitServerless.Local.Host.Durable.Messages;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>Runs an orchestrator through its history and one turn further, on the thread that calls it.</summary>
internal sealed class Replay(DataConverter converter, ReplayContext context, OrchestratorThread thread, Func<Task<object?>> orchestrator)
{
    private Task<object?>? _running;

    public static TurnResult Run(
        OrchestrationRecord instance,
        IReadOnlyList<Turn> past,
        Turn next,
        DataConverter converter,
        ILoggerFactory logs,
        Func<ReplayContext, Task<object?>> orchestrator)
    {
        using var thread = OrchestratorThread.Enter();
        var context = new ReplayContext(instance, converter, logs, thread);
        return new Replay(converter, context, thread, () => orchestrator(context)).Run(past, next);
    }

    private TurnResult Run(IReadOnlyList<Turn> past, Turn next)
    {
        try
        {
            foreach (var turn in past) PlayAgain(turn);
            Play(next, isReplaying: false);
            return Result();
        }
        catch (NonDeterministicOrchestrationException exception)
        {
            return Failed(exception) with { Actions = [] };
        }
    }

    private void PlayAgain(Turn turn)
    {
        Play(turn, isReplaying: true);
        var done = context.Actions;
        for (var i = 0; i < Math.Max(done.Count, turn.Actions.Count); i++)
        {
            var (now, then) = (done.ElementAtOrDefault(i), turn.Actions.ElementAtOrDefault(i));
            if (now is null || then is null || !now.IsSameAs(then))
                throw new NonDeterministicOrchestrationException(
                    $"Non-deterministic orchestrator: the history has '{then}' where the replay did '{now}'. Was its code changed?");
        }
    }

    private void Play(Turn turn, bool isReplaying)
    {
        context.BeginTurn(turn.At, isReplaying);
        foreach (var happened in turn.Events)
        {
            if (happened.Kind == EventKind.Started) _running = orchestrator();
            else context.Handle(happened);
            thread.Drain();
        }
    }

    private TurnResult Result()
    {
        if (!_running!.IsCompleted)
        {
            return context.IsWaiting
                ? Outcome(TurnOutcome.Waiting)
                : Failed(new InvalidOperationException(ReplayContext.IllegalAwait));
        }

        context.ReleaseLocks();
        if (!_running.IsCompletedSuccessfully) return Failed(_running.Exception?.InnerException ?? new TaskCanceledException(_running));
        return context.Next is { } next
            ? Outcome(TurnOutcome.ContinuedAsNew) with
            {
                Data = converter.Serialize(next.NewInput),
                Carried = next.PreserveUnprocessedEvents ? context.UnclaimedEvents : [],
            }
            : Outcome(TurnOutcome.Completed) with { Data = converter.Serialize(_running.Result) };
    }

    private TurnResult Failed(Exception exception) =>
        Outcome(TurnOutcome.Failed) with { Failure = TaskFailureDetails.FromException(exception) };

    private TurnResult Outcome(TurnOutcome outcome) => new(outcome, context.Actions)
    {
        CustomStatus = context.CustomStatus,
        OpenTasks = context.OpenTasks,
    };
}
