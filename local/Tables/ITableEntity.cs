namespace Azure.Data.Tables;

public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>When the service last wrote the row. It is never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Read from <c>odata.etag</c>. It is never sent in a body.</summary>
    ETag ETag { get; set; }
}
