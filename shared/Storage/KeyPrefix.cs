using Azure.Data.Tables;

namespace FitServerless.Storage;

/// <summary>Finds the rows of a partition whose keys begin alike. Keys are compared by their characters' numbers, so those rows stand together.</summary>
internal static class KeyPrefix
{
    /// <summary>The first key behind all that begin so: behind <c>file|…</c> comes <c>file}</c>.</summary>
    public static string EndOf(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    public static string Filter(string partition, string prefix)
    {
        var end = EndOf(prefix);
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {end}");
    }

    /// <summary>Those of them that come behind one of them.</summary>
    /// <param name="after">What follows the prefix there.</param>
    public static string Filter(string partition, string prefix, string after)
    {
        var (last, end) = (prefix + after, EndOf(prefix));
        return TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {last} and RowKey lt {end}");
    }
}
