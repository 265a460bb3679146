using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A row whose columns are known by name only at run time. Not safe for concurrent use.</summary>
public sealed partial class TableEntity : ITableEntity
{
    internal const string ETagKey = "odata.etag";

    private readonly Dictionary<string, object?> _properties;

    public TableEntity() => _properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object?> values) => _properties = values is null ? [] : new(values);

    private TableEntity(Dictionary<string, object?> columns) => _properties = columns;

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => _properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => _properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => new(GetString(ETagKey)!);
        set => _properties[ETagKey] = value.ToString();
    }

    public string? GetString(string key) => Get<string>(key);

    public bool? GetBoolean(string key) => GetValue<bool>(key);

    public int? GetInt32(string key) => GetValue<int>(key);

    public long? GetInt64(string key) => GetValue<long>(key);

    public double? GetDouble(string key) => GetValue<double>(key);

    public Guid? GetGuid(string key) => GetValue<Guid>(key);

    public byte[]? GetBinary(string key) => Get<byte[]>(key);

    public BinaryData? GetBinaryData(string key) => this[key] is byte[] bytes ? new(bytes) : Get<BinaryData>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) => this[key] is DateTime time ? new(time) : GetValue<DateTimeOffset>(key);

    public DateTime? GetDateTime(string key) => this[key] is DateTimeOffset time ? time.UtcDateTime : GetValue<DateTime>(key);

    /// <summary>Takes the columns over without a copy.</summary>
    internal static TableEntity Over(Dictionary<string, object?> columns) => new(columns);

    private T? Get<T>(string key)
        where T : class => this[key] switch
        {
            null => null,
            T value => value,
            var other => throw Mismatch(typeof(T), other),
        };

    private T? GetValue<T>(string key)
        where T : struct => this[key] switch
        {
            null => null,
            T value => value,
            var other => throw Mismatch(typeof(T?), other),
        };

    private static InvalidOperationException Mismatch(Type wanted, object found) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Cannot return {wanted} type for a {found.GetType()} typed property."));

    /// <summary>A column keeps its width: an int put over a long or a double becomes one.</summary>
    private static object Widen(object existing, object value) => (existing, value) switch
    {
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        (string, DateTime or DateTimeOffset) => value.ToString()!,
        _ => value,
    };
}
