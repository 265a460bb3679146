using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FitServerless.Storage;

/// <summary>
/// Creates the tables when the process starts. A storage that is down then delays nobody: the app starts, answers 503 where it needs
/// storage, and this goes on trying.
/// </summary>
internal sealed partial class TableCreation(AppTables tables, TimeProvider clock, ILogger<TableCreation> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _firstAttempt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits for the first attempt, so that the first request finds its tables.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await _firstAttempt.Task.WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TryCreateAsync(stoppingToken))
            await Task.Delay(Pause, clock, stoppingToken);
    }

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tables.CreateAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnreachable(StorageFaults.Reason(e), Pause.TotalSeconds);
            return false;
        }
        finally
        {
            _firstAttempt.TrySetResult();
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "Storage cannot be reached ({Reason}); the tables are tried again in {Seconds} s")]
    private partial void LogUnreachable(string reason, double seconds);
}
