using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Queries;

namespace Azure.Data.Tables.Http;

/// <summary>Makes and drops tables: https://learn.microsoft.com/rest/api/storageservices/operations-on-tables</summary>
internal static class TableRequests
{
    public static async Task<Response<TableItem>> CreateTableAsync(
        this TableEndpoint endpoint, string name, CancellationToken cancellationToken)
    {
        using var message = Create(endpoint, name, Wire.Created);
        var response = await endpoint.SendAsync(message, cancellationToken);
        return Response.FromValue(new TableItem(name), response);
    }

    public static async Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        this TableEndpoint endpoint, string name, CancellationToken cancellationToken)
    {
        using var message = Create(endpoint, name, Wire.CreatedOrConflict);
        message.Request.Headers.Add("Prefer", Wire.NoContent);
        var response = await endpoint.SendAsync(message, cancellationToken);
        if (response.Status == 409 && new RequestFailedException(response) is { ErrorCode: "TableBeingDeleted" } failure)
            throw failure;
        return Response.FromValue(new TableItem(name), response);
    }

    public static async Task<Response> DeleteTableAsync(this TableEndpoint endpoint, string name, CancellationToken cancellationToken)
    {
        using var message = endpoint.CreateMessage(
            RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(name)}')", Wire.Json, Wire.DoneOrNotFound);
        return await endpoint.SendAsync(message, cancellationToken);
    }

    public static async Task<Page<TableItem>> QueryTablesAsync(
        this TableEndpoint endpoint, string? filter, string? continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        var path = new QueryString("Tables").And("$top", pageSize).And("$filter", filter).And("NextTableName", continuationToken);
        using var message = endpoint.CreateMessage(RequestMethod.Get, path.ToString(), Wire.MinimalMetadata, Wire.Ok);
        var response = await endpoint.SendAsync(message, cancellationToken);
        using var document = JsonDocument.Parse(response.Content);
        var names = document.RootElement.GetProperty("value").EnumerateArray().Select(x => x.GetProperty("TableName").GetString()!);
        return Page<TableItem>.FromValues([.. names.Select(x => new TableItem(x))], Continuation.TableToken(response), response);
    }

    private static HttpMessage Create(TableEndpoint endpoint, string name, ResponseClassifier classifier)
    {
        var message = endpoint.CreateMessage(RequestMethod.Post, "Tables" + Wire.FormatQuery, Wire.MinimalMetadata, classifier);
        message.Request.Headers.Add("Content-Type", Wire.NoMetadata);
        message.Request.Content = RequestContent.Create($$"""{"TableName":"{{JsonEncodedText.Encode(name)}}"}""");
        return message;
    }
}
