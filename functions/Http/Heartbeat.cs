using System.Runtime.CompilerServices;

namespace FitServerless.Functions.Http;

/// <summary>Comments that a client ignores, written into a stream while nothing happens.</summary>
internal static class Heartbeat
{
    private static readonly ReadOnlyMemory<byte> Comment = ":\n\n"u8.ToArray();

    /// <summary>
    /// The items as they come. While the consumer waits for one, and so writes nothing itself, the body gets a comment at every beat.
    /// </summary>
    public static async IAsyncEnumerable<T> Between<T>(
        IAsyncEnumerable<T> items, Stream body, TimeSpan beat, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(beat, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var source = items.GetAsyncEnumerator(end.Token);
        var next = source.MoveNextAsync().AsTask();
        try
        {
            var tick = timer.WaitForNextTickAsync(end.Token).AsTask();
            while (true)
            {
                while (await Task.WhenAny(next, tick) == tick && await tick)
                {
                    await body.WriteAsync(Comment, end.Token);
                    await body.FlushAsync(end.Token);
                    tick = timer.WaitForNextTickAsync(end.Token).AsTask();
                }

                if (!await next)
                    yield break;
                yield return source.Current;
                next = source.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An iterator must not be disposed of while it runs.
            await end.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await source.DisposeAsync();
        }
    }
}
