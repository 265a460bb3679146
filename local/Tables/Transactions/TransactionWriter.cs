using Azure.Data.Tables.Http;
using Azure.Data.Tables.Rows;

namespace Azure.Data.Tables.Transactions;

/// <summary>
/// Writes a batch of one change set, every row an HTTP request in text:
/// https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
/// The limits (100 rows, 4 MiB, one partition, each row once) are the service's to check, as with the real client.
/// </summary>
internal sealed class TransactionWriter(TableEndpoint endpoint, string table)
{
    private const string PartHeader = "\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";

    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";
    private readonly string _address = endpoint.AddressOf(table);

    private readonly string _commonHeaders =
        $" HTTP/1.1\r\nHost: {endpoint.Uri.Host}\r\nx-ms-version: {endpoint.Version}\r\nDataServiceVersion: {Wire.DataServiceVersion}\r\n";

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    /// <returns>How many actions there were.</returns>
    public int Write(BufferedContent output, IEnumerable<TableTransactionAction> actions)
    {
        var count = 0;
        output.WriteAscii("--", _batch, "\r\nContent-Type: multipart/mixed; boundary=", _changes, "\r\n\r\n");
        foreach (var action in actions)
        {
            Write(output, new RowRequest(action.ActionType, action.Entity, action.ETag));
            count++;
        }

        output.WriteAscii("--", _changes, "--\r\n\r\n--", _batch, "--\r\n");
        return count;
    }

    private void Write(BufferedContent output, in RowRequest request)
    {
        output.WriteAscii("--", _changes, PartHeader, request.Method.Method, " ", _address);
        if (!request.IsInsert)
            output.WriteAscii("(PartitionKey='", RowRequest.Key(request.PartitionKey), "',RowKey='", RowRequest.Key(request.RowKey), "')");
        output.WriteAscii(Wire.FormatQuery, _commonHeaders);
        WriteConditions(output, request);
        output.WriteAscii("Accept: ", request.Accept, "\r\n");
        if (request.HasBody)
            output.WriteAscii("Content-Type: ", request.ContentType, "\r\n");
        output.WriteAscii("\r\n");
        if (request.HasBody)
            RowWriter.Write(output, request.Row!);
        output.WriteAscii("\r\n");
    }

    private static void WriteConditions(BufferedContent output, in RowRequest request)
    {
        if (request.IsInsert)
            output.WriteAscii("Prefer: ", Wire.NoContent, "\r\n");
        if (request.IfMatch is not { } condition)
            return;

        // An ETag may come from a caller's caller; a line break in it would be a header, or a row, of its own.
        if (condition.AsSpan().ContainsAny('\r', '\n'))
            throw new FormatException("An ETag holds a line break.");
        output.WriteAscii("If-Match: ", condition, "\r\n");
    }
}
