using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Accounts;

/// <summary>Reads the credential at every try, because its signature may be renewed meanwhile.</summary>
internal sealed class SharedAccessSignaturePolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        var signature = credential.Signature.TrimStart('?');
        if (!uri.Query.Contains(signature, StringComparison.Ordinal))
            uri.Query = uri.Query.Length > 0 ? $"{uri.Query}&{signature}" : $"?{signature}";
    }
}
