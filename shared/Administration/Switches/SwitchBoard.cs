namespace FitServerless.Administration.Switches;

/// <summary>The switches as this process knows them: read at most every 30 s, so each change is in force everywhere after as long.</summary>
public sealed class SwitchBoard
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private readonly SwitchStore _store;
    private readonly TimeProvider _clock;
    private Reading? _last;

    internal SwitchBoard(SwitchStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>Mostly no transaction.</summary>
    public async ValueTask<SwitchValues> ReadAsync(CancellationToken cancellationToken)
    {
        var (last, now) = (Volatile.Read(ref _last), _clock.GetUtcNow());
        if (last is not null && (now - last.At).Duration() < MaxAge)
            return last.Values;
        var stored = await _store.ReadAsync(cancellationToken);
        Volatile.Write(ref _last, new Reading(stored.Values, now));
        return stored.Values;
    }

    /// <summary>Reads anew next time.</summary>
    internal void Forget() => Volatile.Write(ref _last, null);

    private sealed record Reading(SwitchValues Values, DateTimeOffset At);
}
