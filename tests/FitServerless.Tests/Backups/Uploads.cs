using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Backups;

/// <summary>Uploads as clients make them.</summary>
internal static class Uploads
{
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Digest(byte[] bytes) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:";

    public static async Task<JsonNode> PutAsync(ApiUser user, string name, byte[] bytes) =>
        await user.ReadAsync(HttpMethod.Put, $"api/backups/{name}", Gzip(bytes), HttpStatusCode.Created);

    public static ByteArrayContent Gzip(byte[] bytes) =>
        new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/gzip") } };

    /// <summary>Takes a backup and brings it.</summary>
    public static async Task<byte[]> SnapshotAsync(ApiUser user)
    {
        var taken = await user.ReadAsync(HttpMethod.Post, "api/backups", null, HttpStatusCode.Created);
        var bytes = await (await user.SendAsync(HttpMethod.Get, $"backup/{taken["id"]}")).Content.ReadAsByteArrayAsync();
        Assert.Equal(((int)taken["size"]!, (string)taken["sha256"]!), (bytes.Length, Sha256(bytes)));
        return bytes;
    }
}
