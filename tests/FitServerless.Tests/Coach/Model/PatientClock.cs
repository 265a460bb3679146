using System.Collections.Concurrent;

namespace FitServerless.Tests.Coach.Model;

/// <summary>
/// A clock whose short waits end at once and are written down; what waits as long as a timeout waits for the test to say so. Its time moves
/// when it is told to.
/// </summary>
internal sealed class PatientClock : TimeProvider
{
    /// <summary>The timeout of the options' default.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentBag<(TimerCallback Callback, object? State)> _timeouts = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void RunOut()
    {
        foreach (var (callback, state) in _timeouts)
            callback(state);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new PatientTimer(this, callback, state, dueTime);

    private sealed class PatientTimer : ITimer
    {
        private readonly PatientClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;

        public PatientTimer(PatientClock clock, TimerCallback callback, object? state, TimeSpan dueTime)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            Change(dueTime, default);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Patience)
                _clock._timeouts.Add((_callback, _state));
            else if (dueTime >= TimeSpan.Zero)
                Fire(dueTime);
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private void Fire(TimeSpan dueTime)
        {
            _clock.Waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => _callback(_state));
        }
    }
}
