using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Tests.Coach.Model;

/// <summary>A server that behaves as an Azure OpenAI resource does, on good days and on bad ones. Unless told otherwise it says "Rest today."</summary>
internal sealed class FakeOpenAI : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _next = new();

    private FakeOpenAI(WebApplication app) => _app = app;

    public Uri Endpoint => new(_app.Urls.Single());

    public ConcurrentQueue<JsonNode> Requests { get; } = new();

    /// <summary>What it does when nothing is queued.</summary>
    public Func<HttpContext, Task> Usual { get; set; } = Says("Rest today.");

    public static async Task<FakeOpenAI> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new FakeOpenAI(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public FakeOpenAI Then(params Func<HttpContext, Task>[] answers)
    {
        foreach (var answer in answers)
            _next.Enqueue(answer);
        return this;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static Func<HttpContext, Task> Says(string text, string finish = "stop") => Json(200, new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "gpt",
        choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content = text } } },
        usage = new { prompt_tokens = 100, completion_tokens = 20, total_tokens = 120 },
    });

    public static Func<HttpContext, Task> Declines() => Json(200, new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "gpt",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = (string?)null, refusal = "I can't." } } },
    });

    /// <summary>The body as the service's documentation has it (concepts/content-filter).</summary>
    public static Func<HttpContext, Task> Filters() => Json(400, new
    {
        error = new
        {
            message = "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
            type = (string?)null,
            param = "prompt",
            code = "content_filter",
            status = 400,
            innererror = new { code = "ResponsibleAIPolicyViolation", content_filter_result = new { hate = new { filtered = true, severity = "high" } } },
        },
    });

    public static Func<HttpContext, Task> Embeds(params float[][] vectors) => Json(200, new
    {
        @object = "list",
        model = "e",
        usage = new { prompt_tokens = 7, total_tokens = 7 },
        data = vectors.Select((vector, i) => new { @object = "embedding", index = i, embedding = vector }),
    });

    public static Func<HttpContext, Task> Fails(int status, params (string Name, string Value)[] headers) => http =>
    {
        foreach (var (name, value) in headers)
            http.Response.Headers[name] = value;
        return Json(status, new { error = new { code = $"{status}", message = "no" } })(http);
    };

    /// <summary>Not before the caller has gone.</summary>
    public static Func<HttpContext, Task> Hangs(TaskCompletionSource? reached = null) => async http =>
    {
        reached?.TrySetResult();
        await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    };

    public static Func<HttpContext, Task> Raw(int status, string body, string type = "application/json") => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body);
    };

    /// <summary>Promises more than it sends, and hangs up as soon as it may.</summary>
    public static Func<HttpContext, Task> HangsUpAfter(string start, string type = "application/json", Task? when = null) => async http =>
    {
        http.Response.ContentType = type;
        await http.Response.WriteAsync(start);
        await http.Response.Body.FlushAsync();
        await (when ?? Task.CompletedTask);
        http.Abort();
    };

    public static string Chunk(string? text, string? finish = null) => "data: " + new JsonObject
    {
        ["id"] = "1",
        ["object"] = "chat.completion.chunk",
        ["created"] = 1,
        ["model"] = "gpt",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["delta"] = text is null ? new JsonObject() : new JsonObject { ["content"] = text },
        }),
    }.ToJsonString() + "\n\n";

    public static Func<HttpContext, Task> Streams(params string[] pieces) =>
        Raw(200, string.Concat(pieces.Select(piece => Chunk(piece))) + Chunk(null, "stop") + "data: [DONE]\n\n", "text/event-stream");

    private static Func<HttpContext, Task> Json(int status, object body) => http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body);
    };

    private async Task AnswerAsync(HttpContext http)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body))!;
        body["path"] = $"{http.Request.Path}{http.Request.QueryString}";
        body["key"] = $"{http.Request.Headers["api-key"]}";
        Requests.Enqueue(body);
        await (_next.TryDequeue(out var answer) ? answer : Usual)(http);
    }
}
