using System.Globalization;
using Azure;

namespace FitServerless.Storage.Shards;

/// <summary>The pages of one account after those of the other; a continuation token tells in which account it goes on.</summary>
internal sealed class ShardedPages<T>(IReadOnlyList<AsyncPageable<T>> shards) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var (index, token) = Parse(continuationToken);
        for (; index < shards.Count; index++, token = null)
        {
            await foreach (var page in shards[index].AsPages(token, pageSizeHint))
                yield return Page<T>.FromValues(page.Values, Next(index, page.ContinuationToken), page.GetRawResponse());
        }
    }

    private string? Next(int index, string? token) => token is { Length: > 0 }
        ? string.Create(CultureInfo.InvariantCulture, $"{index} {token}")
        : index + 1 < shards.Count ? string.Create(CultureInfo.InvariantCulture, $"{index + 1} ") : null;

    private static (int Index, string? Token) Parse(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return (0, null);
        var space = token.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !int.TryParse(token.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw new FormatException("Not a continuation token.");
        var inner = token[(space + 1)..];
        return (index, inner.Length > 0 ? inner : null);
    }
}
