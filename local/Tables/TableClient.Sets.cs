using Azure.Core;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Queries;
using Azure.Data.Tables.Rows;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <param name="filter">OData; all rows if null. Build it with <see cref="CreateQueryFilter(FormattableString)"/>.</param>
    /// <param name="maxPerPage">Rows a page, at most 1,000. It does not limit the rows in all.</param>
    /// <param name="select">The columns wanted; all if null.</param>
    /// <param name="cancellationToken">Ends the request for the next page too.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var columns = Columns(select);
        return new PagedQuery<T>((token, size) => QueryPageAsync<T>(filter, columns, token, size, cancellationToken), maxPerPage);
    }

    /// <summary>Commits all actions or none; all have one partition key, and there are at most 100 of them in 4 MiB.</summary>
    /// <exception cref="TableTransactionFailedException">The service refused an action; nothing is changed.</exception>
    /// <exception cref="RequestFailedException">The service refused the whole, for example with 413.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        using var message = _endpoint.CreateMessage(RequestMethod.Post, "$batch", Wire.Json, Wire.Accepted);
        WriteTransaction(message.Request, transactionActions);
        var response = await _endpoint.SendAsync(message, cancellationToken);
        return Response.FromValue(TransactionAnswer.Read(response.Content.ToMemory()), response);
    }

    private void WriteTransaction(Request request, IEnumerable<TableTransactionAction> actions)
    {
        var writer = new TransactionWriter(_endpoint, Name);
        var body = new BufferedContent();
        request.Content = body;
        request.Headers.Add("Content-Type", writer.ContentType);
        if (writer.Write(body, actions) == 0)
            throw new InvalidOperationException("A transaction needs at least one action.");
    }

    private async Task<Page<T>> QueryPageAsync<T>(
        string? filter, string? columns, string? continuationToken, int? pageSize, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var (nextPartitionKey, nextRowKey) = Continuation.Parse(continuationToken);
        var path = new QueryString($"{Name}()")
            .And("$top", pageSize)
            .And("$select", columns)
            .And("$filter", filter)
            .And("NextPartitionKey", nextPartitionKey)
            .And("NextRowKey", nextRowKey);
        using var message = _endpoint.CreateMessage(RequestMethod.Get, path.ToString(), Wire.MinimalMetadata, Wire.Ok);
        var (rows, response) = await _endpoint.ReadAsync(message, RowReader.ReadPage<T>, cancellationToken);
        return Page<T>.FromValues(rows!, Continuation.Token(response), response);
    }
}
