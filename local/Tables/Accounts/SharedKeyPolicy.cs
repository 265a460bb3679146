using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Accounts;

/// <summary>
/// "Shared Key Lite for the Table service": the date and the resource are signed, no header and no body. So a transaction is
/// signed as one request, and its parts not at all. https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
/// </summary>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var signature = credential.Sign(StringToSign(credential.AccountName, date, message.Request.Uri.ToUri()));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    internal static string StringToSign(string account, string date, Uri resource) =>
        $"{date}\n/{account}{resource.AbsolutePath}{Component(resource.Query)}";

    /// <summary>Of the query only <c>comp</c> is signed.</summary>
    private static string Component(ReadOnlySpan<char> query)
    {
        foreach (var range in query.TrimStart('?').Split('&'))
        {
            var parameter = query.TrimStart('?')[range];
            if (parameter.StartsWith("comp=", StringComparison.OrdinalIgnoreCase))
                return $"?comp={parameter["comp=".Length..]}";
        }

        return "";
    }
}
