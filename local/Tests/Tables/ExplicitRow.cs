using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

/// <summary>Keeps its keys off its face.</summary>
internal sealed class ExplicitRow : ITableEntity
{
    public string? Id { get; set; }

    string ITableEntity.PartitionKey { get; set; } = "p";

    string ITableEntity.RowKey { get => Id!; set => Id = value; }

    DateTimeOffset? ITableEntity.Timestamp { get; set; }

    ETag ITableEntity.ETag { get; set; }
}
