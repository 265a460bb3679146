using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace FitServerless.Local.Tests.Tables;

internal sealed record TypedRow : ITableEntity
{
    public string PartitionKey { get; set; } = "p";

    public string RowKey { get; set; } = "r";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Text { get; set; }

    public bool Flag { get; set; }

    public int Int { get; set; }

    public int? MaybeInt { get; set; }

    public long Long { get; set; }

    public long? MaybeLong { get; set; }

    public double Double { get; set; }

    public Guid Guid { get; set; }

    public DateTimeOffset Time { get; set; }

    public DateTime? MaybeTime { get; set; }

    public byte[]? Bytes { get; set; }

    public TimeSpan Span { get; set; }

    public DayOfWeek Day { get; set; }

    public DayOfWeek? MaybeDay { get; set; }

    [DataMember(Name = "renamed")]
    public string? Named { get; set; }

    [IgnoreDataMember]
    public string? Ignored { get; set; }

    public int Computed => Int + 1;
}
