namespace FitServerless.Storage.Shards;

/// <summary>Reads from an OData filter which partition it is confined to.</summary>
internal static class PartitionFilter
{
    private const string Prefix = "PartitionKey eq '";

    /// <summary>
    /// The partition of <c>PartitionKey eq '…'</c> and of <c>PartitionKey eq '…' and …</c>; null of every other filter, which may still be
    /// confined to one: who asks all accounts then gets the same rows for more transactions.
    /// </summary>
    public static string? Find(string? filter)
    {
        if (filter?.StartsWith(Prefix, StringComparison.Ordinal) != true)
            return null;
        var end = EndOfLiteral(filter, Prefix.Length);
        if (end < 0)
            return null;
        var rest = filter.AsSpan(end + 1);
        return rest.IsEmpty || (rest.StartsWith(" and ", StringComparison.Ordinal) && !HasAlternative(rest))
            ? filter[Prefix.Length..end].Replace("''", "'", StringComparison.Ordinal)
            : null;
    }

    /// <summary>The quote that ends a literal; two of them stand for one inside it.</summary>
    private static int EndOfLiteral(string filter, int start)
    {
        var quote = filter.IndexOf('\'', start);
        while (quote >= 0 && quote + 1 < filter.Length && filter[quote + 1] == '\'')
            quote = filter.IndexOf('\'', quote + 2);
        return quote;
    }

    /// <summary>An <c>or</c> outside parentheses binds weaker than every <c>and</c>: what follows it is confined to nothing.</summary>
    private static bool HasAlternative(ReadOnlySpan<char> filter)
    {
        var (depth, quoted) = (0, false);
        for (var i = 0; i < filter.Length; i++)
        {
            if (filter[i] == '\'')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (filter[i] == '(')
                depth++;
            else if (filter[i] == ')')
                depth--;
            else if (depth == 0 && filter[i..].StartsWith(" or ", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
