namespace FitServerless.Sync;

/// <summary>
/// One writer a user at a time within this process. Not needed for correctness, the head's ETag sees to that; but writers that would collide
/// wait here instead of paying a refused batch each.
/// </summary>
internal sealed class UserGates
{
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> EnterAsync(string userId, CancellationToken cancellationToken)
    {
        var stripe = _stripes[(uint)string.GetHashCode(userId, StringComparison.Ordinal) % (uint)_stripes.Length];
        await stripe.WaitAsync(cancellationToken);
        return new Exit(stripe);
    }

    private sealed class Exit(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
