namespace FitServerless.Local.Tests.Host;

/// <summary>Time that stands still until it is told to go on, and tells when somebody waits for a given moment.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<(DateTimeOffset Due, TaskCompletionSource Seen)> _watchers = [];
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void AdvanceTo(DateTimeOffset time)
    {
        List<FakeTimer> due;
        lock (_lock)
        {
            _now = time;
            due = _timers.FindAll(timer => timer.Due <= time);
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due) timer.Fire();
    }

    /// <summary>Completes once a timer is set to go off at exactly that time.</summary>
    public Task UntilSomebodyWaitsFor(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_timers.Exists(timer => timer.Due == due)) return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((due, seen));
            return seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    private void Schedule(FakeTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            timer.Due = _now + dueTime;
            _timers.Add(timer);
            foreach (var (_, seen) in _watchers.FindAll(watcher => watcher.Due == timer.Due)) seen.TrySetResult();
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action callback) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Schedule(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
