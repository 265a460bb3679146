using System.Net.Http.Headers;
using System.Text;

namespace FitServerless.Bench.Fuzz;

/// <summary>One request: an operation with nasty values in its places.</summary>
/// <param name="IsPlain">Nothing in the path may lead to another operation.</param>
internal sealed record FuzzRequest(FuzzOperation Operation, string Target, bool IsPlain, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? ContentType)
{
    private static readonly string?[] ContentTypes =
        [null, "application/json", "text/plain", "application/json; charset=utf-16", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/octet-stream", ";;;", "application/merge-patch+json"];

    private static readonly string[] Strays =
        ["If-Match", "If-None-Match", "If-Range", "Range", "Last-Event-ID", "Idempotency-Key", "Accept", "X-Device-ID", "traceparent", "X-Forwarded-For", "Content-Encoding", "Origin", "Upload-Offset", "X-HTTP-Method-Override"];

    public static FuzzRequest Make(Random random, FuzzOperation operation, IReadOnlyList<string> known)
    {
        var (path, isPlain) = FillPath(random, operation, known);
        var query = operation.Parameters.Where(parameter => parameter.In == "query" && random.Next(3) > 0).Select(parameter => $"{parameter.Name}={Escape(random, FuzzText.Any(random, known))}").ToList();
        if (query.Count > 0 && random.Next(10) == 0)
            query.Add(query[0]);
        var headers = operation.Parameters.Where(parameter => parameter.In == "header" && random.Next(3) > 0).Select(parameter => (parameter.Name, FuzzText.Any(random, known))).ToList();
        if (random.Next(4) == 0)
            headers.Add((Strays[random.Next(Strays.Length)], random.Next(20) == 0 ? new string('h', 20_000) : FuzzText.Any(random, known)));
        var body = operation.MediaType is not null || random.Next(20) == 0 ? FuzzBody.Any(random, operation.Example) : null;
        var type = random.Next(6) == 0 ? ContentTypes[random.Next(ContentTypes.Length)] : operation.MediaType;
        return new FuzzRequest(operation, query.Count > 0 ? $"{path}?{string.Join('&', query)}" : path, isPlain, headers, body, type);
    }

    public HttpRequestMessage ToMessage(Uri address, string? token)
    {
        // Paths must arrive as they are; a client would tidy them up.
        var target = new Uri($"{address.GetLeftPart(UriPartial.Authority)}{Target}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(new HttpMethod(Operation.Method), target);
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (Body is not null)
            message.Content = new ByteArrayContent(Body);
        if (message.Content is not null && ContentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, new string([.. value.Where(c => c is >= ' ' and < '\u007f')]));
        return message;
    }

    public override string ToString()
    {
        var headers = string.Concat(Headers.Select(header => $" {header.Name}: {(header.Value.Length > 100 ? $"{header.Value.Length} characters" : header.Value)};"));
        var body = Body is null ? "" : $" {ContentType} {Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 300)))}";
        return $"{Operation.Id}: {Operation.Method} {Target}{headers}{body}";
    }

    private static (string Path, bool IsPlain) FillPath(Random random, FuzzOperation operation, IReadOnlyList<string> known)
    {
        var (path, isPlain) = (operation.Path, true);
        foreach (var (name, _) in operation.Parameters.Where(parameter => parameter.In == "path"))
        {
            var isKnown = known.Count > 0 && random.Next(2) == 0;
            var value = isKnown ? known[random.Next(known.Count)] : FuzzText.Any(random, known);
            isPlain &= value.Length is > 0 and < 200 && value.All(char.IsAsciiLetterOrDigit);
            path = path.Replace($"{{{name}}}", Escape(random, value), StringComparison.Ordinal);
        }

        return (path, isPlain);
    }

    /// <summary>Mostly as clients do; else as they should not, as far as it goes over the wire at all.</summary>
    private static string Escape(Random random, string text) => random.Next(5) > 0
        ? Uri.EscapeDataString(text)
        : new string([.. text.Where(c => c is > ' ' and < '\u007f' and not '#')]);
}
