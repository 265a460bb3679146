using FitServerless.Storage;
using Microsoft.Extensions.Logging;

namespace FitServerless.Coach.Answers;

/// <summary>Keeps answers; while storage is down there are none.</summary>
internal sealed partial class AnswerKeeper(IAnswerStore store, TimeProvider clock, ILogger<AnswerKeeper> logger)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>A property's limit.</summary>
    private const int MaxBytes = 64 * 1024;

    public async Task<byte[]?> FindAsync(AnswerKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FindAsync(key, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnreachable(StorageFaults.Reason(e));
            return null;
        }
    }

    public async Task KeepAsync(AnswerKey key, byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.Length > MaxBytes)
            return;
        try
        {
            await store.KeepAsync(key, bytes, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnreachable(StorageFaults.Reason(e));
        }
    }

    [LoggerMessage(4006, LogLevel.Warning, "Kept answers cannot be reached: {Reason}")]
    private partial void LogUnreachable(string reason);
}
