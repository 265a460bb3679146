using Azure;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>What may happen to a storage call: nothing, a fault before or after it was carried out, or the end of the process around it.</summary>
internal class Mishaps(Random random, Turns turns)
{
    protected Turns Turns => turns;

    /// <summary>Of 100 calls.</summary>
    public int Rate { get; set; }

    public virtual async Task<T> CallAsync<T>(Func<T> call)
    {
        await turns.WaitAsync();
        if (random.Next(100) >= Rate)
            return call();
        switch (random.Next(6))
        {
            case 0:
                throw Fault();
            case 1:
                call();
                throw Fault();
            case 2:
                throw new ProcessDeathException();
            case 3:
                call();
                throw new ProcessDeathException();
            case 4:
                // The client library sends it again, because the first answer was lost.
                call();
                await turns.WaitAsync();
                return call();
            default:
                // Slow: others overtake.
                for (var i = 0; i < 5; i++)
                    await turns.WaitAsync();
                return call();
        }
    }

    /// <summary>Loses the answer of a whole request.</summary>
    public bool LosesAnswer() => random.Next(100) < Rate;

    /// <summary>What is left of a call after the client library's own attempts: a refusal, or no answer in time.</summary>
    private Exception Fault() => random.Next(4) switch
    {
        0 => new RequestFailedException(503, "Simulated", "ServerBusy", null),
        1 => new RequestFailedException(500, "Simulated", "InternalError", null),
        2 => new RequestFailedException(429, "Simulated", "TooManyRequests", null),
        _ => new AggregateException(Enumerable.Repeat(new TaskCanceledException("Simulated", new OperationCanceledException()), 5)),
    };
}
