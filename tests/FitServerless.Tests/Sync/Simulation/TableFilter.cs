using Azure.Data.Tables;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>OData filters over strings and flags: comparisons, <c>and</c>, <c>or</c>, parentheses.</summary>
internal sealed class TableFilter
{
    private readonly List<string> _tokens;
    private readonly Func<TableEntity, bool> _accepts;
    private int _at;

    private TableFilter(List<string> tokens)
    {
        _tokens = tokens;
        _accepts = Or();
        Assert.Equal(tokens.Count, _at);
    }

    public static TableFilter Parse(string filter) => new(Tokens(filter));

    public bool Accepts(TableEntity row) => _accepts(row);

    private Func<TableEntity, bool> Or()
    {
        var left = And();
        while (TryTake("or"))
        {
            var (first, second) = (left, And());
            left = row => first(row) || second(row);
        }

        return left;
    }

    private Func<TableEntity, bool> And()
    {
        var left = Term();
        while (TryTake("and"))
        {
            var (first, second) = (left, Term());
            left = row => first(row) && second(row);
        }

        return left;
    }

    private Func<TableEntity, bool> Term()
    {
        if (TryTake("("))
        {
            var inner = Or();
            Assert.True(TryTake(")"));
            return inner;
        }

        var (name, comparison, literal) = (_tokens[_at++], _tokens[_at++], _tokens[_at++]);
        if (literal is "true" or "false")
        {
            Assert.Equal("eq", comparison);
            return row => row.GetBoolean(name) is { } flag && flag == (literal == "true");
        }

        Assert.StartsWith("'", literal, StringComparison.Ordinal);
        var value = literal[1..^1].Replace("''", "'", StringComparison.Ordinal);
        // A row without the property is in no comparison's result.
        return row => row.GetString(name) is { } found && Holds(comparison, string.CompareOrdinal(found, value));
    }

    private static bool Holds(string comparison, int order) => comparison switch
    {
        "eq" => order == 0,
        "gt" => order > 0,
        "ge" => order >= 0,
        "lt" => order < 0,
        "le" => order <= 0,
        _ => throw new InvalidOperationException(comparison),
    };

    private bool TryTake(string token)
    {
        if (_at == _tokens.Count || _tokens[_at] != token)
            return false;
        _at++;
        return true;
    }

    private static List<string> Tokens(string filter) =>
        [.. System.Text.RegularExpressions.Regex.Matches(filter, @"'(?:[^']|'')*'|[()]|[^\s()']+").Select(match => match.Value)];
}
