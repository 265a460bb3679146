using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Tests.Durable.App;

internal sealed class Activities(Journal journal)
{
    [Function(nameof(Shout))]
    public string Shout([ActivityTrigger] string word)
    {
        journal.Note(word);
        return word.ToUpperInvariant();
    }

    [Function(nameof(Flaky))]
    public int Flaky([ActivityTrigger] int number)
    {
        journal.Note("tried");
        return journal.Failures-- > 0 ? throw new TimeoutException("Not yet.") : number;
    }

    [Function(nameof(Wait))]
    public async Task Wait([ActivityTrigger] string name, FunctionContext context)
    {
        journal.Note(name);
        await journal.Gate!.Task.WaitAsync(context.CancellationToken);
    }
}
