using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Timers;

/// <summary>Runs the timers that are not disabled, and any timer by hand.</summary>
internal sealed class TimerService(
    IReadOnlyList<TimerFunction> timers, TimerStorage? storage, IServiceProvider services, ILoggerFactory logs) : BackgroundService
{
    private readonly Dictionary<string, (TimerFunction Timer, TimerExecutor Executor)> _timers = timers.ToDictionary(
        timer => timer.Function.Name, timer => (timer, new TimerExecutor(timer, services)), StringComparer.OrdinalIgnoreCase);

    public bool Knows(string functionName) => _timers.ContainsKey(functionName);

    /// <exception cref="KeyNotFoundException">No timer has that name.</exception>
    public async Task FireAsync(string functionName, CancellationToken cancellationToken)
    {
        var (timer, executor) = _timers[functionName];
        var status = storage is not null && timer.IsMonitored ? await storage.GetStatusAsync(timer, cancellationToken) : null;
        await executor.ExecuteAsync(new TimerInfo { ScheduleStatus = status }, cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (storage is null) return Task.CompletedTask;
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        return Task.WhenAll(_timers.Values
            .Where(pair => !pair.Timer.Function.IsDisabled)
            .Select(pair => new TimerListener(
                pair.Timer, pair.Executor, storage, clock, logs.CreateLogger($"Function.{pair.Timer.Function.Name}")))
            .Select(listener => listener.RunAsync(stoppingToken)));
    }
}
