namespace Azure.Data.Tables.Queries;

/// <summary>Asks for a page when it is wanted, until the service names no next one.</summary>
internal sealed class PagedQuery<T>(Func<string?, int?, Task<Page<T>>> fetch, int? maxPerPage) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await fetch(continuationToken, pageSizeHint ?? maxPerPage);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
