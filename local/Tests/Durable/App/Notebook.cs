using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Tests.Durable.App;

/// <summary>Lines in the order they were written.</summary>
internal sealed class Notebook(Journal journal) : TaskEntity<List<string>>
{
    [Function(nameof(Notebook))]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<Notebook>();

    public Task Write(string line) => journal.AloneAsync(() => State.Add(line));

    public IReadOnlyList<string> Read() => State;

    public void WriteAndFail(string line)
    {
        State.Add(line);
        Context.SignalEntity(Context.Id, nameof(Write), "sent by the operation that failed");
        throw new InvalidOperationException("The pen is dry.");
    }

    public void CopyTo(string otherKey, TaskEntityContext context)
    {
        foreach (var line in State) context.SignalEntity(new EntityInstanceId(nameof(Notebook), otherKey), nameof(Write), line);
    }

    public string Print() => Context.ScheduleNewOrchestration(
        nameof(Orchestrators.Echo), string.Join(' ', State), new StartOrchestrationOptions($"print-{Context.Id.Key}"));

    public async Task Hold()
    {
        journal.Note("held");
        await journal.Gate!.Task;
    }

    public void Announce(string entry) => journal.Note(entry);
}
