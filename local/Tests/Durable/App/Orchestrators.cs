using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Tests.Durable.App;

internal sealed class Orchestrators(Journal journal)
{
    [Function(nameof(Echo))]
    public static Task<string?> Echo([OrchestrationTrigger] TaskOrchestrationContext context) =>
        Task.FromResult(context.GetInput<string>());

    [Function(nameof(ShoutInTurn))]
    public static async Task<string> ShoutInTurn([OrchestrationTrigger] TaskOrchestrationContext context, IReadOnlyList<string> words)
    {
        var shouted = new List<string>();
        foreach (var word in words)
        {
            shouted.Add(await context.CallActivityAsync<string>(nameof(Activities.Shout), word));
            context.SetCustomStatus(shouted.Count);
        }

        return string.Join(' ', shouted);
    }

    [Function(nameof(ShoutAtOnce))]
    public static async Task<string> ShoutAtOnce([OrchestrationTrigger] TaskOrchestrationContext context, int number)
    {
        var shouted = await Task.WhenAll(Enumerable.Range(0, number).Select(i =>
            context.CallActivityAsync<string>(nameof(Activities.Shout), $"a{i}")));
        return string.Join(' ', shouted);
    }

    [Function(nameof(TryHard))]
    public static Task<int> TryHard([OrchestrationTrigger] TaskOrchestrationContext context, int number) =>
        context.CallActivityAsync<int>(nameof(Activities.Flaky), number, TaskOptions.FromRetryPolicy(new RetryPolicy(
            maxNumberOfAttempts: 3,
            firstRetryInterval: TimeSpan.FromMinutes(1),
            backoffCoefficient: 2)
        {
            HandleFailure = failure => failure.IsCausedBy<TimeoutException>(),
        }));

    [Function(nameof(Remind))]
    public async Task<DateTime> Remind([OrchestrationTrigger] TaskOrchestrationContext context, TimeSpan delay)
    {
        journal.Note(context.IsReplaying ? "again" : "begun");
        await context.CreateTimer(delay, CancellationToken.None);
        return context.CurrentUtcDateTime;
    }

    [Function(nameof(Ask))]
    public static async Task<string> Ask([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            return await context.WaitForExternalEvent<string>("Answer", TimeSpan.FromHours(1));
        }
        catch (TaskCanceledException)
        {
            return "nothing";
        }
    }

    /// <summary>Adds numbers, each in an execution of its own, until it is given 0.</summary>
    [Function(nameof(Sum))]
    public static async Task<int> Sum([OrchestrationTrigger] TaskOrchestrationContext context, int sum)
    {
        var number = await context.WaitForExternalEvent<int>("Number");
        if (number != 0) context.ContinueAsNew(sum + number);
        return sum;
    }

    [Function(nameof(Parent))]
    public static async Task<string> Parent([OrchestrationTrigger] TaskOrchestrationContext context, IReadOnlyList<string> words)
    {
        var parts = await Task.WhenAll(words.Select((word, i) => context.CallSubOrchestratorAsync<string>(
            nameof(ShoutInTurn), new[] { word }, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{i}"))));
        return string.Join('+', parts);
    }

    [Function(nameof(ParentOfFailure))]
    public static async Task<string> ParentOfFailure([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        try
        {
            await context.CallSubOrchestratorAsync(nameof(Fail));
            return "";
        }
        catch (TaskFailedException exception)
        {
            return $"{exception.TaskName}: {exception.FailureDetails.ErrorType}: {exception.FailureDetails.ErrorMessage}";
        }
    }

    [Function(nameof(Fail))]
    public static Task Fail([OrchestrationTrigger] TaskOrchestrationContext context) =>
        throw new InvalidOperationException($"'{context.Name}' cannot do it.");

    [Function(nameof(WaitForActivity))]
    public static Task WaitForActivity([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        context.CallActivityAsync(nameof(Activities.Wait), name);

    [Function(nameof(Changed))]
    public async Task Changed([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        if (journal.IsNewVersion) await context.CallActivityAsync<int>(nameof(Activities.Flaky), 1);
        else await context.CallActivityAsync<string>(nameof(Activities.Shout), "old");
        await context.WaitForExternalEvent<string>("Go");
        await context.CallActivityAsync<string>(nameof(Activities.Shout), "end");
    }

    [Function(nameof(AwaitTheWorld))]
    public static async Task AwaitTheWorld([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await Task.Delay(TimeSpan.FromDays(1));
        context.SetCustomStatus("never");
    }

    [Function(nameof(MakeGuids))]
    public static async Task<Guid[]> MakeGuids([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var first = context.NewGuid();
        await context.CallActivityAsync<string>(nameof(Activities.Shout), first.ToString());
        return [first, context.NewGuid()];
    }

    [Function(nameof(ReadNotebook))]
    public static Task<List<string>> ReadNotebook([OrchestrationTrigger] TaskOrchestrationContext context, EntityInstanceId id) =>
        context.Entities.CallEntityAsync<List<string>>(id, nameof(Notebook.Read));

    [Function(nameof(Delete))]
    public static Task Delete([OrchestrationTrigger] TaskOrchestrationContext context, EntityInstanceId id) =>
        context.Entities.CallEntityAsync(id, nameof(Delete));

    [Function(nameof(CallFailing))]
    public static async Task<string> CallFailing([OrchestrationTrigger] TaskOrchestrationContext context, EntityInstanceId id)
    {
        try
        {
            await context.Entities.CallEntityAsync(id, nameof(Notebook.WriteAndFail), "lost");
            return "";
        }
        catch (EntityOperationFailedException exception)
        {
            return exception.FailureDetails.ErrorMessage;
        }
    }

    /// <summary>Writes two lines into two notebooks so that nothing gets between them.</summary>
    [Function(nameof(WritePair))]
    public static async Task WritePair([OrchestrationTrigger] TaskOrchestrationContext context, string line)
    {
        EntityInstanceId left = new(nameof(Notebook), "left"), right = new(nameof(Notebook), "right");
        await using (await context.Entities.LockEntitiesAsync(right, left))
        {
            await context.Entities.CallEntityAsync(left, nameof(Notebook.Write), $"{line}1");
            await context.Entities.CallEntityAsync(right, nameof(Notebook.Write), $"{line}1");
            await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            await context.Entities.CallEntityAsync(left, nameof(Notebook.Write), $"{line}2");
            await context.Entities.CallEntityAsync(right, nameof(Notebook.Write), $"{line}2");
        }
    }
}
