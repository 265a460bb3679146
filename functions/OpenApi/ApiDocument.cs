using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.OpenApi;

/// <summary>The document of this build, written when it is first asked for.</summary>
public sealed class ApiDocument
{
    private readonly Lazy<byte[]> _json = new(ApiDescription.Write);
    private readonly Lazy<EntityTagHeaderValue> _tag;

    public ApiDocument() => _tag = new(() => new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Json))}\""));

    public byte[] Json => _json.Value;

    public EntityTagHeaderValue Tag => _tag.Value;
}
