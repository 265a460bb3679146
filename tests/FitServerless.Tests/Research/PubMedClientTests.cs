using System.Text.Json.Nodes;
using FitServerless.Research;
using FitServerless.Research.PubMed;
using FitServerless.Tests.Coach.Model;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Research;

public sealed class PubMedClientTests : IAsyncLifetime
{
    private readonly PatientClock _clock = new();
    private FakePubMed _server = null!;

    public async Task InitializeAsync() => _server = await FakePubMed.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_search_and_one_request_for_all_it_found_tell_of_the_articles()
    {
        _server.With("HRV", FakePubMed.Article("41001", "First"), FakePubMed.Article("41002", "Second"));
        using var client = Client();

        var found = await client.FindAsync("HRV[ti]", default);

        Assert.Equal(["First", "Second"], found.Select(article => article.Title));
        Assert.Equal(["/entrez/eutils/esearch.fcgi", "/entrez/eutils/esummary.fcgi"], _server.Requests.Select(request => request.Path));
        Assert.Equal("HRV[ti]", _server.Requests.First().Fields["term"]);
        Assert.Equal("41001,41002", _server.Requests.Last().Fields["id"]);
        Assert.All(_server.Requests, request => Assert.Equal(("pubmed", "json"), (request.Fields["db"], request.Fields["retmode"])));
    }

    [Fact]
    public async Task Nothing_found_is_not_asked_about()
    {
        using var client = Client();
        Assert.Empty(await client.FindAsync("HRV[ti]", default));
        Assert.Single(_server.Requests);
    }

    /// <summary>https://www.ncbi.nlm.nih.gov/books/NBK25497: three a second, and who calls says who they are.</summary>
    [Fact]
    public async Task It_keeps_to_what_is_allowed_and_says_who_asks_but_not_in_addresses()
    {
        _server.With("HRV", FakePubMed.Article("41001", "First"));
        using var client = Client(options => (options.ApiKey, options.Contact) = ("s3cret", "ops@example.com"));

        await client.FindAsync("HRV[ti]", default);

        Assert.Equal(2, _clock.Waits.Count(wait => wait >= TimeSpan.FromSeconds(1.0 / 3)));
        Assert.All(_server.Requests, request => Assert.DoesNotContain('?', request.Path));
        Assert.All(_server.Requests, request => Assert.Equal(
            ("fitserverless", "ops@example.com", "s3cret"), (request.Fields["tool"], request.Fields["email"], request.Fields["api_key"])));
    }

    [Theory]
    [InlineData(429, """{"error":"API rate limit exceeded","count":"4","limit":"3"}""")]
    [InlineData(502, "<html>")]
    [InlineData(200, """{"header":{},"esearchresult":{"ERROR":"Search Backend failed"}}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, "null")]
    public async Task What_passes_is_asked_again_and_what_does_not_is_an_outage(int status, string body)
    {
        _server.With("HRV", FakePubMed.Article("41001", "First")).Then(FakePubMed.Says(status, body), FakePubMed.Says(status, body));
        using var client = Client();
        Assert.Single(await client.FindAsync("HRV[ti]", default));
        Assert.Equal(4, _server.Requests.Count);

        _server.Then([.. Enumerable.Repeat(FakePubMed.Says(status, body), 4)]);
        await Assert.ThrowsAsync<PubMedOutageException>(() => client.FindAsync("HRV[ti]", default));
        Assert.Equal(8, _server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again_and_repeats_no_key()
    {
        _server.Then(FakePubMed.Says(400, """{"error":"API key invalid","api-key":"s3cret"}"""));
        using var client = Client(options => options.ApiKey = "s3cret");

        var outage = await Assert.ThrowsAsync<PubMedOutageException>(() => client.FindAsync("HRV[ti]", default));

        Assert.Single(_server.Requests);
        Assert.Contains("400", outage.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", $"{outage}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_takes_the_key_nowhere()
    {
        _server.Then([.. Enumerable.Repeat<Func<Microsoft.AspNetCore.Http.HttpContext, Task>>(
            http =>
            {
                http.Response.Redirect("/elsewhere");
                return Task.CompletedTask;
            },
            4)]);
        using var client = Client(options => options.ApiKey = "s3cret");
        await Assert.ThrowsAsync<PubMedOutageException>(() => client.FindAsync("HRV[ti]", default));
        Assert.All(_server.Requests, request => Assert.StartsWith("/entrez/eutils/", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Articles_that_cannot_be_read_do_not_keep_the_others_away()
    {
        _server.With(
            "HRV",
            FakePubMed.Article("41001", "First"),
            new JsonObject { ["uid"] = "41002", ["error"] = "cannot get document summary" },
            new JsonObject { ["uid"] = "41003", ["title"] = null },
            new JsonObject { ["uid"] = "41004", ["title"] = 4 });
        using var client = Client();
        Assert.Equal("41001", Assert.Single(await client.FindAsync("HRV[ti]", default)).Id);
    }

    [Fact]
    public async Task Who_does_not_answer_is_given_up()
    {
        var reached = new TaskCompletionSource();
        _server.Then(FakeOpenAI.Hangs(reached));
        using var client = Client(options => options.MaxRetries = 0);

        var asking = client.FindAsync("HRV[ti]", default);
        await reached.Task;
        _clock.RunOut();

        Assert.Contains("no answer in time", (await Assert.ThrowsAsync<PubMedOutageException>(() => asking)).Message, StringComparison.Ordinal);
    }

    private PubMedClient Client(Action<ResearchOptions>? change = null)
    {
        var options = new ResearchOptions { Endpoint = _server.Endpoint };
        change?.Invoke(options);
        return new PubMedClient(Options.Create(options), _clock);
    }
}
