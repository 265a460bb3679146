namespace FitServerless.Bench.Load;

/// <summary>What the connections of a cell saw.</summary>
internal sealed class Latencies
{
    private readonly Lock _lock = new();
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public int Errors { get; private set; }

    public string? FirstError { get; private set; }

    public void Add(TimeSpan latency)
    {
        lock (_lock)
            _milliseconds.Add(latency.TotalMilliseconds);
    }

    public void Fail(string error)
    {
        lock (_lock)
        {
            Errors++;
            FirstError ??= error;
        }
    }

    /// <summary>By nearest rank, once all are in.</summary>
    public double Percentile(int percent)
    {
        if (_milliseconds.Count == 0)
            return double.NaN;
        _milliseconds.Sort();
        return _milliseconds[(int)Math.Ceiling(percent / 100.0 * _milliseconds.Count) - 1];
    }
}
