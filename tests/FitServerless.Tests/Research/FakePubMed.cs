using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Tests.Research;

/// <summary>A server that behaves as NCBI's E-utilities do, on good days and on bad ones. It finds articles by a word of the search.</summary>
internal sealed class FakePubMed : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _next = new();

    private FakePubMed(WebApplication app) => _app = app;

    public string Endpoint => $"{_app.Urls.Single()}/entrez/eutils/";

    public ConcurrentQueue<(string Path, Dictionary<string, string> Fields)> Requests { get; } = new();

    /// <summary>What there is, as the utility tells it, and a word of the search that finds it.</summary>
    public List<(string Word, JsonObject Article)> Articles { get; } = [];

    /// <summary>Searches with this word fail with 500.</summary>
    public string? Fails { get; set; }

    public static async Task<FakePubMed> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new FakePubMed(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public static JsonObject Article(string id, string title, string day = "2026/11/03", string kind = "Meta-Analysis") => new()
    {
        ["uid"] = id,
        ["pubdate"] = "2026 Nov 3",
        ["source"] = "J Test",
        ["authors"] = new JsonArray(Author("Adams A"), Author("Brown B"), Author("Clark C"), Author("Davis D")),
        ["title"] = title,
        ["fulljournalname"] = "Journal of tests",
        ["lang"] = new JsonArray("eng"),
        ["pubtype"] = new JsonArray("Journal Article", kind),
        ["sortpubdate"] = $"{day} 00:00",
    };

    public FakePubMed With(string word, params JsonObject[] articles)
    {
        Articles.AddRange(articles.Select(article => (word, article)));
        return this;
    }

    public FakePubMed Then(params Func<HttpContext, Task>[] answers)
    {
        foreach (var answer in answers)
            _next.Enqueue(answer);
        return this;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static Func<HttpContext, Task> Says(int status, string body) => async http =>
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsync(body);
    };

    private static JsonObject Author(string name) => new() { ["name"] = name, ["authtype"] = "Author", ["clusterid"] = "" };

    private async Task AnswerAsync(HttpContext http)
    {
        var form = (await http.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => $"{field.Value}");
        Requests.Enqueue(($"{http.Request.Path}{http.Request.QueryString}", form));
        if (_next.TryDequeue(out var answer))
            await answer(http);
        else if (form.TryGetValue("term", out var term))
            await SearchAsync(http, term);
        else
            await SummarizeAsync(http, form["id"].Split(','));
    }

    private Task SearchAsync(HttpContext http, string term)
    {
        if (Fails is { } word && term.Contains(word, StringComparison.Ordinal))
            return Says(500, "<html>")(http);
        var ids = Articles.Where(one => term.Contains(one.Word, StringComparison.Ordinal))
            .Select(one => (JsonNode)one.Article["uid"]!.GetValue<string>());
        return http.Response.WriteAsJsonAsync(new JsonObject
        {
            ["header"] = new JsonObject { ["type"] = "esearch", ["version"] = "0.3" },
            ["esearchresult"] = new JsonObject { ["count"] = "2", ["idlist"] = new JsonArray([.. ids]) },
        });
    }

    private Task SummarizeAsync(HttpContext http, string[] ids)
    {
        var result = new JsonObject { ["uids"] = new JsonArray([.. ids]) };
        foreach (var id in ids)
            result[id] = Articles.First(one => one.Article["uid"]!.GetValue<string>() == id).Article.DeepClone();
        return http.Response.WriteAsJsonAsync(new JsonObject { ["result"] = result });
    }
}
