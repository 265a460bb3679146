using System.Threading.Channels;
using FitServerless.Live;

namespace FitServerless.Tests.Live;

/// <summary>A feed in memory whose reads a test can count, wait for and break.</summary>
internal sealed class MemorySource(int pageSize = 100) : ILiveSource<MemorySource.Happening>
{
    private readonly List<Happening> _happened = [];
    private readonly Channel<int> _reads = Channel.CreateUnbounded<int>();

    public int Reads { get; private set; }

    public Exception? Failure { get; set; }

    public void Happen(long cursor)
    {
        lock (_happened)
            _happened.Add(new Happening(cursor));
    }

    public Task ReadOnceAsync() => _reads.Reader.ReadAsync().AsTask().WaitAsync(Patience.ForAnything);

    public Task<IReadOnlyList<Happening>> ReadAsync(string key, long after, CancellationToken cancellationToken)
    {
        lock (_happened)
        {
            _reads.Writer.TryWrite(++Reads);
            if (Failure is { } failure)
                throw failure;
            return Task.FromResult<IReadOnlyList<Happening>>([.. _happened.Where(one => one.Cursor > after).Take(pageSize)]);
        }
    }

    public sealed record Happening(long Cursor) : ILiveEvent;
}
