using Azure.Data.Tables;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Durable.Client;

/// <summary>Parts of queries for instances; an empty one asks for nothing.</summary>
internal static class Filters
{
    // Ids of entities start with the sign before A.
    public static string Orchestrations { get; } =
        TableClient.CreateQueryFilter($"RowKey eq {HubKeys.State} and (PartitionKey lt {"@"} or PartitionKey ge {"A"})");

    public static string Entities { get; } =
        TableClient.CreateQueryFilter($"RowKey eq {HubKeys.State} and PartitionKey ge {"@"} and PartitionKey lt {"A"}");

    public static string AllOf(IEnumerable<string> parts) =>
        string.Join(" and ", parts.Where(part => part.Length > 0).Select(part => $"({part})"));

    public static string CreatedBetween(DateTimeOffset? from, DateTimeOffset? to) => AllOf(
    [
        from is { } first ? TableClient.CreateQueryFilter($"Created ge {first}") : "",
        to is { } last ? TableClient.CreateQueryFilter($"Created le {last}") : "",
    ]);

    public static string ModifiedBetween(DateTimeOffset? from, DateTimeOffset? to) => AllOf(
    [
        from is { } first ? TableClient.CreateQueryFilter($"Modified ge {first}") : "",
        to is { } last ? TableClient.CreateQueryFilter($"Modified le {last}") : "",
    ]);

    public static string InStatus(IEnumerable<OrchestrationRuntimeStatus>? statuses) =>
        string.Join(" or ", (statuses ?? []).Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}")));

    public static string WithPrefix(string? instanceIdPrefix)
    {
        if (string.IsNullOrEmpty(instanceIdPrefix)) return "";
        var first = HubKeys.Partition(instanceIdPrefix);
        var after = first[..^1] + (char)(first[^1] + 1);
        return TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {after}");
    }
}
