namespace FitServerless.Chat.Live;

/// <summary>
/// The last of a room's messages (or signals), for all who listen in this process: what one of them reads from storage, the others take from
/// here, and what this process committed nobody reads.
/// </summary>
/// <param name="number">Items count 1, 2, 3, … without a gap.</param>
/// <param name="readAsync">Items behind a number, ascending.</param>
internal sealed class Tail<T>(Func<T, long> number, Func<long, CancellationToken, Task<IReadOnlyList<T>>> readAsync) : IDisposable
{
    /// <summary>Who is further behind reads for themselves.</summary>
    private const int Kept = 64;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Lock _gate = new();
    private T[] _items = [];

    /// <summary>What is later than all that is here. After a gap the tail begins anew: the latest is what most will ask for.</summary>
    public void Append(params ReadOnlySpan<T> items)
    {
        lock (_gate)
        {
            foreach (var item in items)
            {
                var last = _items.Length == 0 ? 0 : number(_items[^1]);
                if (number(item) == last + 1)
                    _items = [.. _items.TakeLast(Kept - 1), item];
                else if (number(item) > last)
                    _items = [item];
            }
        }
    }

    /// <summary>The next items behind <paramref name="after"/>: at least one, since the caller knows that there are some.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        if (Behind(after) is { Length: > 0 } here)
            return here;
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Behind(after) is { Length: > 0 } readMeanwhile)
                return readMeanwhile;
            var read = await readAsync(after, cancellationToken);
            Append([.. read]);
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private T[] Behind(long after)
    {
        var items = Volatile.Read(ref _items);
        return items.Length > 0 && number(items[0]) <= after + 1 ? [.. items.Where(item => number(item) > after)] : [];
    }
}
