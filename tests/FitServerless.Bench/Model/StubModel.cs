using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Bench.Model;

/// <summary>Answers as a deployment that thinks no time at all: what a call costs is then the way to it.</summary>
internal sealed class StubModel : IAsyncDisposable
{
    private const string Answer = """
        {"id":"1","object":"chat.completion","created":1,"model":"gpt","usage":{"prompt_tokens":500,"completion_tokens":100,"total_tokens":600},
        "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Rest today, and ride easy tomorrow."}}]}
        """;

    private readonly WebApplication _app;

    private StubModel(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.Single());

    public static async Task<StubModel> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async http =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(Answer, http.RequestAborted);
        });
        await app.StartAsync(cancellationToken);
        return new StubModel(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
