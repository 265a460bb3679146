using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using FitServerless.Functions.OpenApi;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class ServiceApiTests(ApiFixture api)
{
    [Theory]
    [InlineData("", "name", "FitServerless")]
    [InlineData("health", "status", "ok")]
    [InlineData("health/ready", "status", "ready")]
    public async Task The_service_tells_what_it_is_and_how_it_is(string path, string member, string expected)
    {
        var answer = JsonNode.Parse(await api.Http.GetStringAsync(path))!;
        Assert.Equal(expected, answer[member]!.GetValue<string>());
    }

    [Fact]
    public async Task The_service_tells_the_version_that_it_is() =>
        Assert.Matches(@"^\d+\.\d+\.\d+", JsonNode.Parse(await api.Http.GetStringAsync(""))!["version"]!.GetValue<string>());

    [Theory]
    [InlineData("GET", "nothing/here")]
    [InlineData("POST", "")]
    [InlineData("PATCH", "health")]
    [InlineData("DELETE", "api/workouts")]
    public async Task What_is_not_there_is_a_problem_too(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        await ApiAssert.ProblemAsync(await api.Http.SendAsync(request), HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("health")]
    [InlineData("auth/me")]
    [InlineData("nothing/here")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var headers = (await api.Http.GetAsync(path)).Headers;
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("1; mode=block", headers.GetValues("X-XSS-Protection").Single());
        Assert.Equal("max-age=31536000; includeSubDomains", headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal("default-src 'self'", headers.GetValues("Content-Security-Policy").Single());
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task A_preflight_from_a_listed_origin_is_answered()
    {
        var headers = (await PreflightAsync("https://app.example.com")).Headers;
        Assert.Equal("https://app.example.com", headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("PUT", headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal("86400", headers.GetValues("Access-Control-Max-Age").Single());
    }

    [Fact]
    public async Task Scripts_may_send_every_header_that_a_function_reads_and_read_every_one_that_is_described()
    {
        var headers = (await PreflightAsync("https://app.example.com")).Headers;
        var read = RouteTable.Routes.SelectMany(route => route.Method.GetCustomAttributes<HeaderAttribute>()).Select(header => header.Name);
        Assert.Empty(read.Append("Authorization").Append("Content-Type").Except(ListOf("Access-Control-Allow-Headers")));
        Assert.Empty(KnownHeaders.Answers.Keys.Except(ListOf("Access-Control-Expose-Headers")));

        string[] ListOf(string name) => headers.GetValues(name).Single().Split(", ");
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("https://app.example.com.evil.example")]
    [InlineData("null")]
    public async Task Any_other_origin_is_told_nothing(string origin)
    {
        var response = await PreflightAsync(origin);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_answer_to_a_trace_carries_its_id()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var request = new HttpRequestMessage(HttpMethod.Get, "nothing/here");
        request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        var response = await api.Http.SendAsync(request);
        Assert.Contains(Trace, response.Headers.GetValues("traceparent").Single(), StringComparison.Ordinal);
        var problem = await ApiAssert.ProblemAsync(response, HttpStatusCode.NotFound);
        Assert.Equal(Trace, problem["traceId"]!.GetValue<string>());
    }

    private Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "api/workouts");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        return api.Http.SendAsync(request);
    }
}
