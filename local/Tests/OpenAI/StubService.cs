using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FitServerless.Local.Tests.OpenAI;

/// <summary>Answers every request with the next of the given answers and keeps what it was asked.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<(int Status, string Body)> _answers;

    private StubService(WebApplication app, IEnumerable<(int Status, string Body)> answers) => (_app, _answers) = (app, new(answers));

    public Uri Endpoint => new(_app.Urls.Single());

    public List<StubRequest> Requests { get; } = [];

    public static async Task<StubService> StartAsync(params (int Status, string Body)[] answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var service = new StubService(builder.Build(), answers);
        service._app.Run(service.AnswerAsync);
        await service._app.StartAsync();
        return service;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        Requests.Add(new(
            http.Request.Method,
            http.Request.GetEncodedPathAndQuery(),
            http.Request.Headers["api-key"],
            http.Request.Headers.Authorization,
            await reader.ReadToEndAsync()));
        var (status, body) = _answers.Dequeue();
        http.Response.StatusCode = status;
        http.Response.ContentType = body.StartsWith("data:", StringComparison.Ordinal) ? "text/event-stream" : "application/json";
        await http.Response.WriteAsync(body);
    }
}
