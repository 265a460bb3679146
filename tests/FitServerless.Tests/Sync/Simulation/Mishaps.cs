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

    private RequestFailedException Fault() => new(random.Next(2) == 0 ? 503 : 500, "Simulated", "ServerBusy", null);
}
