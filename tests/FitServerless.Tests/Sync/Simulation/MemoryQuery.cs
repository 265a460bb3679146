using Azure;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>Page by page, each a call of its own.</summary>
internal sealed class MemoryQuery<T>(Mishaps mishaps, Func<string?, (IReadOnlyList<T> Rows, string? Next)> read) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var from = continuationToken;
            var (rows, next) = await mishaps.CallAsync(() => read(from));
            yield return Page<T>.FromValues(rows, next, new MemoryResponse(200));
            continuationToken = next;
        }
        while (continuationToken is not null);
    }
}
