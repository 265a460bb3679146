using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Host.Durable.Client;

internal static class TablePages
{
    // The service's own limit.
    private const int LargestPage = 1000;

    public static async Task<Page<TableEntity>> ReadAsync(
        TableClient table, string filter, string? continuation, int size, CancellationToken cancellation)
    {
        var pages = table.QueryAsync<TableEntity>(filter, Math.Clamp(size, 1, LargestPage), cancellationToken: cancellation)
            .AsPages(continuation);
        return await pages.FirstAsync(cancellation);
    }
}
