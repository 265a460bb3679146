using Azure.Core;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables.Transactions;

/// <summary>One write of one row, sent alone or as a part of a transaction.</summary>
internal readonly record struct RowRequest(
    TableTransactionActionType Type, string PartitionKey, string RowKey, ETag Condition, ITableEntity? Row)
{
    public RowRequest(TableTransactionActionType type, ITableEntity row, ETag condition = default)
        : this(type, row.PartitionKey, row.RowKey, condition, row)
    {
    }

    public RequestMethod Method => Type switch
    {
        TableTransactionActionType.Add => RequestMethod.Post,
        TableTransactionActionType.Delete => RequestMethod.Delete,
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => RequestMethod.Put,
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => RequestMethod.Patch,
        _ => throw new InvalidOperationException("Unknown request type."),
    };

    /// <summary>Without it a PUT or PATCH is an upsert; a DELETE has to have it.</summary>
    public string? IfMatch => Type switch
    {
        TableTransactionActionType.Delete => Condition == default ? ETag.All.ToString() : Condition.ToString(),
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace =>
            Condition == default ? null : Condition.ToString(),
        _ => null,
    };

    public bool IsInsert => Type == TableTransactionActionType.Add;

    public bool HasBody => Type != TableTransactionActionType.Delete;

    public string Accept => IsInsert || !HasBody ? Wire.MinimalMetadata : Wire.Json;

    public string ContentType => IsInsert ? Wire.NoMetadata : Wire.Json;

    public ResponseClassifier Classifier => IsInsert ? Wire.Created : HasBody ? Wire.Done : Wire.DoneOrNotFound;

    public static string Key(string key) => Uri.EscapeDataString(FilterLiteral.Escape(key));
}
