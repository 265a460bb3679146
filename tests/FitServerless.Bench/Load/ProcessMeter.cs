using System.Diagnostics;

namespace FitServerless.Bench.Load;

/// <summary>A process's CPU time from here on, and the most memory it was seen to hold.</summary>
internal sealed class ProcessMeter : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly TimeSpan _before;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sampling;

    public ProcessMeter(int pid)
    {
        _process = Process.GetProcessById(pid);
        _before = _process.TotalProcessorTime;
        _sampling = SampleAsync();
    }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime - _before;
        }
    }

    public long PeakBytes { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sampling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _process.Dispose();
    }

    private async Task SampleAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            _process.Refresh();
            PeakBytes = Math.Max(PeakBytes, _process.WorkingSet64);
        }
        while (await timer.WaitForNextTickAsync(_stop.Token));
    }
}
