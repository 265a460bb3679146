using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Http;

/// <summary>
/// Reads <c>{"odata.error":{"code":"…","message":{"value":"…"}}}</c>. In an answer to a transaction the message starts with the
/// position of the refused action and a colon.
/// </summary>
internal sealed class ErrorDetailsParser : RequestFailedDetailsParser
{
    public static readonly ErrorDetailsParser Shared = new();

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is null)
            return false;
        try
        {
            using var document = JsonDocument.Parse(response.Content);
            if (!document.RootElement.TryGetProperty("odata.error", out var body))
                return false;
            var message = body.GetProperty("message").GetProperty("value").GetString() ?? "";
            data = new Dictionary<string, string>();
            if (Position(message) is { } position)
            {
                data[TableTransactionFailedException.FailedIndexKey] = position;
                message += TableTransactionFailedException.IndexHint;
            }

            error = new(body.GetProperty("code").GetString(), message);
            return true;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's page or an empty body: the status has to tell.
            return false;
        }
    }

    private static string? Position(string message) =>
        message.IndexOf(':') is var colon and > 0 && int.TryParse(message.AsSpan(0, colon), CultureInfo.InvariantCulture, out var position)
            ? position.ToString(CultureInfo.InvariantCulture)
            : null;
}
