using System.Diagnostics;
using System.Net.Http.Headers;

namespace FitServerless.Bench.Api;

/// <summary>As little as can stand between a loop and a socket: keep-alive, no cookies, no redirects, no decompression.</summary>
internal sealed class ApiClient(Uri address, int connections) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = connections,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    });

    /// <returns>From the request's first byte to the answer's last.</returns>
    /// <exception cref="HttpRequestException">No answer, or one of another status.</exception>
    public async Task<TimeSpan> SendAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        using var request = Request(exchange);
        var start = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode != exchange.Expect)
            throw await UnexpectedAsync(exchange, response, cancellationToken);
        if (exchange.Then is not { } then)
        {
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            return Stopwatch.GetElapsedTime(start);
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(start);
        then(body);
        return elapsed;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(Exchange exchange)
    {
        var request = new HttpRequestMessage(exchange.Method, new Uri(address, exchange.Path));
        if (exchange.Token is { } token)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (exchange.Body is { } body)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        return request;
    }

    private static async Task<HttpRequestException> UnexpectedAsync(
        Exchange exchange, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return new($"{exchange.Method} {exchange.Path}: {(int)response.StatusCode} {body}", null, response.StatusCode);
    }
}
