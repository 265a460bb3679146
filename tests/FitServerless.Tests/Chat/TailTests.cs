using FitServerless.Chat.Live;

namespace FitServerless.Tests.Chat;

public sealed class TailTests : IDisposable
{
    private readonly Tail<long> _tail;
    private long _last;
    private int _reads;

    public TailTests() => _tail = new Tail<long>(number => number, ReadAsync);

    public void Dispose() => _tail.Dispose();

    [Fact]
    public async Task What_this_process_wrote_nobody_reads()
    {
        _tail.Append(1);
        _tail.Append(2);

        Assert.Equal([1, 2], await _tail.ReadAsync(0, default));
        Assert.Equal([2], await _tail.ReadAsync(1, default));
        Assert.Equal(0, _reads);
    }

    [Fact]
    public async Task What_one_reads_the_others_have()
    {
        _last = 3;

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _tail.ReadAsync(1, default)));

        Assert.All(all, numbers => Assert.Equal([2, 3], numbers));
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task After_a_gap_the_latest_is_kept_and_who_is_behind_reads()
    {
        _tail.Append(1);
        _last = 10;
        _tail.Append(10);

        Assert.Equal([10], await _tail.ReadAsync(9, default));
        Assert.Equal(0, _reads);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9, 10], await _tail.ReadAsync(1, default));
        Assert.Equal([10], await _tail.ReadAsync(9, default));
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task It_does_not_grow()
    {
        _tail.Append([.. Enumerable.Range(1, 1000).Select(number => (long)number)]);

        Assert.Equal(64, (await _tail.ReadAsync(936, default)).Count);
        await _tail.ReadAsync(935, default);
        Assert.Equal(1, _reads);
    }

    private Task<IReadOnlyList<long>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        _reads++;
        return Task.FromResult<IReadOnlyList<long>>([.. Enumerable.Range((int)after + 1, (int)Math.Max(0, _last - after)).Select(number => (long)number)]);
    }
}
