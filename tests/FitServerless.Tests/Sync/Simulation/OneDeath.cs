namespace FitServerless.Tests.Sync.Simulation;

/// <summary>At every storage call the process may die, before the call or after it; once in a history.</summary>
internal sealed class OneDeath(Choices choices, Turns turns) : Mishaps(choices, turns)
{
    private bool _isOver;

    public override async Task<T> CallAsync<T>(Func<T> call)
    {
        await Turns.WaitAsync();
        var fate = _isOver ? 0 : choices.Next(3);
        if (fate == 0)
            return call();
        _isOver = true;
        if (fate == 2)
            call();
        throw new ProcessDeathException();
    }
}
