namespace Azure.Data.Tables.Queries;

/// <summary>Where a query goes on; the service takes back what it gave in headers as query parameters. As text: "partition row".</summary>
internal readonly record struct Continuation(string? NextPartitionKey, string? NextRowKey)
{
    private const string Header = "x-ms-continuation-";

    public static Continuation Parse(string? token)
    {
        if (token is null || token.Length <= 1)
            return default;
        var space = token.IndexOf(' ');
        return space < 0 ? new(token, null) : new(token[..space], space + 1 < token.Length ? token[(space + 1)..] : null);
    }

    public static string? Token(Response response)
    {
        response.Headers.TryGetValue(Header + nameof(NextPartitionKey), out var partition);
        response.Headers.TryGetValue(Header + nameof(NextRowKey), out var row);
        return partition is null && row is null ? null : $"{partition} {row}";
    }

    public static string? TableToken(Response response) =>
        response.Headers.TryGetValue(Header + "NextTableName", out var table) ? table : null;
}
