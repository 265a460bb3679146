using Azure.Core;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Queries;
using Azure.Data.Tables.Rows;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <exception cref="RequestFailedException">409 <c>EntityAlreadyExists</c>.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        return SendAsync(new(TableTransactionActionType.Add, entity), cancellationToken);
    }

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        var type = Choose(mode, TableTransactionActionType.UpsertMerge, TableTransactionActionType.UpsertReplace);
        return SendAsync(new(type, entity), cancellationToken);
    }

    /// <exception cref="RequestFailedException">404 <c>ResourceNotFound</c>, 412 <c>UpdateConditionNotSatisfied</c>.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        if (ifMatch == default)
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        var type = Choose(mode, TableTransactionActionType.UpdateMerge, TableTransactionActionType.UpdateReplace);
        return SendAsync(new(type, entity, ifMatch), cancellationToken);
    }

    /// <summary>The response's status is 404 if there was no row; that is no error. By default whatever is there goes.</summary>
    /// <exception cref="RequestFailedException">412 <c>UpdateConditionNotSatisfied</c>.</exception>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return SendAsync(new(TableTransactionActionType.Delete, partitionKey, rowKey, ifMatch, null), cancellationToken);
    }

    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    /// <exception cref="RequestFailedException">404 <c>ResourceNotFound</c>.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (row, response) = await GetAsync<T>(partitionKey, rowKey, select, Wire.Ok, cancellationToken);
        return Response.FromValue(row!, response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var (row, response) = await GetAsync<T>(partitionKey, rowKey, select, Wire.OkOrNotFound, cancellationToken);
        return row is null ? new NoValueResponse<T>(response) : Response.FromValue(row, response);
    }

    private async Task<(T? Row, Response Response)> GetAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select, ResponseClassifier classifier, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        var path = new QueryString(PathOf(partitionKey, rowKey)).And("$select", Columns(select)).ToString();
        using var message = _endpoint.CreateMessage(RequestMethod.Get, path, Wire.MinimalMetadata, classifier);
        return await _endpoint.ReadAsync(message, RowReader.ReadRow<T>, cancellationToken);
    }

    private async Task<Response> SendAsync(RowRequest request, CancellationToken cancellationToken)
    {
        var resource = request.IsInsert ? Name : PathOf(request.PartitionKey, request.RowKey);
        using var message = _endpoint.CreateMessage(request.Method, resource + Wire.FormatQuery, request.Accept, request.Classifier);
        var headers = message.Request.Headers;
        if (request.IfMatch is { } condition)
            headers.Add("If-Match", condition);
        if (request.IsInsert)
            headers.Add("Prefer", Wire.NoContent);
        if (request.HasBody)
            SetBody(message.Request, request);
        return await _endpoint.SendAsync(message, cancellationToken);
    }

    private static void SetBody(Request message, in RowRequest request)
    {
        var body = new BufferedContent();
        message.Content = body;
        message.Headers.Add("Content-Type", request.ContentType);
        RowWriter.Write(body, request.Row!);
    }

    private string PathOf(string partitionKey, string rowKey) =>
        $"{Name}(PartitionKey='{RowRequest.Key(partitionKey)}',RowKey='{RowRequest.Key(rowKey)}')";

    private static string? Columns(IEnumerable<string>? select) => select is null ? null : string.Join(',', select);

    private static void RequireKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
    }

    private static TableTransactionActionType Choose(
        TableUpdateMode mode, TableTransactionActionType merge, TableTransactionActionType replace) => mode switch
        {
            TableUpdateMode.Merge => merge,
            TableUpdateMode.Replace => replace,
            _ => throw new ArgumentException($"Unexpected value for {nameof(mode)}: {mode}", nameof(mode)),
        };
}
