namespace FitServerless.Tests.Sync.Simulation;

/// <summary>One thread, and a seeded choice of who goes on: what runs "at the same time" runs in an order that the seed can repeat.</summary>
internal sealed class Turns(Random random)
{
    private readonly List<Action> _waiting = [];

    /// <summary>Goes on when it is chosen.</summary>
    public Task WaitAsync()
    {
        // Continuations run inline, on the one thread.
        var turn = new TaskCompletionSource();
        _waiting.Add(turn.SetResult);
        return turn.Task;
    }

    public void Add(Action action) => _waiting.Add(action);

    /// <summary>Until all have ended; whoever fails ends it at once.</summary>
    public void Run(params IReadOnlyList<Task> tasks)
    {
        while (_waiting.Count > 0)
        {
            var chosen = random.Next(_waiting.Count);
            var action = _waiting[chosen];
            _waiting.RemoveAt(chosen);
            action();
        }

        foreach (var task in tasks)
        {
            Assert.True(task.IsCompleted, "Somebody waits for something other than a turn.");
            task.GetAwaiter().GetResult();
        }
    }
}
