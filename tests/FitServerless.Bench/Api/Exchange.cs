using System.Net;

namespace FitServerless.Bench.Api;

/// <summary>A request ready to be sent, and the only status that counts as an answer to it.</summary>
internal sealed record Exchange(HttpMethod Method, string Path, string? Token, byte[]? Body = null, HttpStatusCode Expect = HttpStatusCode.OK)
{
    /// <summary>Looks at the answer when the clock has stopped; without it the body is read and dropped.</summary>
    public Action<byte[]>? Then { get; init; }
}
