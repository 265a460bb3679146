using FitServerless.Schedules.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FitServerless.Functions.Schedules;

/// <summary>A slot's run: its shards side by side, the pages of a shard one after the other.</summary>
public static class OccasionOrchestrators
{
    /// <summary>Pages before a shard's history is begun anew: every step reads all of it.</summary>
    private const int PagesInAHistory = 40;

    /// <summary>
    /// For storage that is down for some minutes: 10, 30, 90 and 270 s. After that the shard has failed, and is found by a later firing.
    /// </summary>
    private static readonly TaskOptions Retry = TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromSeconds(10), 3));

    [Function(nameof(RunSlot))]
    public static async Task<RunEnd> RunSlot([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var run = context.GetInput<RunKey>()!;
        var plan = await context.CallActivityAsync<RunPlan>(nameof(OccasionActivities.BeginRun), run, Retry);
        var progress = new RunProgress(plan.Shards.Count, 0, 0, new RunCounts());
        var shards = plan.Shards.Select(shard => RunAsync(context, run, plan, shard)).ToList();
        while (shards.Count > 0)
        {
            var ended = await Task.WhenAny(shards);
            shards.Remove(ended);
            var counts = await ended;
            progress = counts is null
                ? progress with { Failed = progress.Failed + 1 }
                : progress with { Done = progress.Done + 1, Counts = progress.Counts + counts };
            context.SetCustomStatus(progress);
        }

        var end = new RunEnd(run, progress.Shards, progress.Failed, progress.Counts);
        await context.CallActivityAsync(nameof(OccasionActivities.EndRun), end, Retry);
        return end;
    }

    [Function(nameof(RunShard))]
    public static async Task<RunCounts> RunShard([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var state = context.GetInput<ShardState>()!;
        for (var pages = 0; pages < PagesInAHistory; pages++)
        {
            var page = await context.CallActivityAsync<PageResult>(nameof(OccasionActivities.RunPage), state.Page, Retry);
            state = state.With(page);
            context.SetCustomStatus(state);
            if (page.Last is not null)
                continue;
            if (state.Left == 0)
                return state.Counts;
            await context.CreateTimer(state.Pause, CancellationToken.None);
            state = state.NextTry();
        }

        context.ContinueAsNew(state);
        return state.Counts;
    }

    /// <summary>Nothing when it failed: the other shards go on.</summary>
    private static async Task<RunCounts?> RunAsync(TaskOrchestrationContext context, RunKey run, RunPlan plan, string shard)
    {
        var state = new ShardState(new DueShard(run.Kind, run.Slot, shard), plan.Tries, plan.RetrySeconds, 1, 0, null, new RunCounts());
        try
        {
            return await context.CallSubOrchestratorAsync<RunCounts>(nameof(RunShard), state);
        }
        catch (TaskFailedException)
        {
            return null;
        }
    }
}
