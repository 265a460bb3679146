namespace FitServerless.Storage;

/// <summary>Asks whether storage answers, for health checks.</summary>
public sealed class StorageProbe(AppTables tables, TimeProvider clock)
{
    /// <summary>Shorter than the patience of whoever probes; Azure's own health check gives up after a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>One point read of a row that is not there.</summary>
    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await tables.Accounts.GetEntityIfExistsAsync<Azure.Data.Tables.TableEntity>("probe", "probe", cancellationToken: either.Token);
            return true;
        }
        catch (Exception e) when (StorageFaults.IsOutage(e) || limit.IsCancellationRequested)
        {
            return false;
        }
    }
}
