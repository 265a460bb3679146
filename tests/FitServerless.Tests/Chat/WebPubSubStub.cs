using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Chat;

/// <summary>A Web PubSub that takes only what is signed for the very URL that is called, as the real one does.</summary>
internal sealed class WebPubSubStub : IAsyncDisposable
{
    public const string Key = "Zm9yLXRlc3Rz+key=";

    private readonly WebApplication _app;
    private int _attempts;
    private readonly SemaphoreSlim _received = new(0);
    private readonly ConcurrentQueue<HttpStatusCode> _failures = new();

    private WebPubSubStub(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Method, string Path, JsonNode? Body)> Calls { get; } = new();

    public int Attempts => Volatile.Read(ref _attempts);

    public string ConnectionString => $"Endpoint={_app.Urls.Single()};AccessKey={Key};Version=1.0;";

    public static async Task<WebPubSubStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new WebPubSubStub(builder.Build());
        stub._app.Run(stub.AnswerAsync);
        await stub._app.StartAsync();
        return stub;
    }

    /// <summary>The next calls get these.</summary>
    public void Fail(params HttpStatusCode[] statuses) => Array.ForEach(statuses, _failures.Enqueue);

    /// <summary>Ends when so many more calls have been accepted.</summary>
    public async Task ReceiveAsync(int count)
    {
        for (var i = 0; i < count; i++)
            Assert.True(await _received.WaitAsync(Live.Patience.ForAnything));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _received.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _attempts);
        if (_failures.TryDequeue(out var failure))
        {
            http.Response.StatusCode = (int)failure;
            return;
        }

        if (!IsSigned(http.Request))
        {
            http.Response.StatusCode = 401;
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Calls.Enqueue((http.Request.Method, http.Request.Path.Value!, body.Length > 0 ? JsonNode.Parse(body) : null));
        http.Response.StatusCode = 202;
        _received.Release();
    }

    private static bool IsSigned(HttpRequest request)
    {
        var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
        if (Jwt.Verify(token, Encoding.UTF8.GetBytes(Key)) is not { } payload)
            return false;
        var claims = JsonNode.Parse(payload)!;
        return (string?)claims["aud"] == request.GetEncodedUrl()
            && DateTimeOffset.FromUnixTimeSeconds((long)claims["exp"]!) > DateTimeOffset.UtcNow
            && (request.Method != "POST" || request.ContentType == "application/json");
    }
}
