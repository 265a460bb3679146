using System.Net.Http.Json;
using System.Text;
using FitServerless.Local.Tests.Host.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FitServerless.Local.Tests.Host;

public sealed class BindingTests(BindingTests.Fixture host) : IClassFixture<BindingTests.Fixture>
{
    [Fact]
    public async Task Route_values_become_the_types_of_the_parameters()
    {
        var json = await host.Client.GetStringAsync(
            "bind/a%20b/-3/9007199254740993/0a4e6c1b-9f0d-4a1e-8a63-0d3f2a1b4c5d/true/2026-11-21T07:00:00+01:00");
        Assert.Equal(
            """{"text":"a b","number":-3,"big":9007199254740993,"id":"0a4e6c1b-9f0d-4a1e-8a63-0d3f2a1b4c5d","flag":true,"""
            + "\"time\":\"2026-11-21T07:00:00+01:00\"}",
            json);
    }

    [Theory]
    [InlineData("", """{"text":null,"number":null,"code":null,"ratio":0.5}""")]
    [InlineData("?text=a&text=b&Number=7&ratio=1.25", """{"text":"b","number":7,"code":null,"ratio":1.25}""")]
    [InlineData("?code=secret", """{"text":null,"number":null,"code":null,"ratio":0.5}""")]
    public async Task Query_values_bind_by_name(string query, string answer) =>
        Assert.Equal(answer, await host.Client.GetStringAsync($"query{query}"));

    [Theory]
    [InlineData("required")]
    [InlineData("required?number=")]
    [InlineData("required?number=seven")]
    [InlineData("query?number=1.5")]
    public async Task A_value_that_is_none_throws_a_converter_exception_inside_the_pipeline(string path)
    {
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(nameof(FunctionInputConverterException), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_context_tells_of_the_function_and_shares_request_token_and_scope()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "context/x");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var response = await host.Client.SendAsync(request);
        var seen = (await response.Content.ReadFromJsonAsync<ContextSeen>())!;
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", seen.TraceParent, StringComparison.Ordinal);
        Assert.Equal(["request", "context", "cancellationToken"], seen.Parameters);
        Assert.Equivalent(
            new
            {
                Name = "BindContext",
                EntryPoint = "FitServerless.Local.Tests.Host.App.BindingFunctions.BindContext",
                TriggerType = "httpTrigger",
                Part = "x",
                HasInvocationId = true,
                HasSameRequest = true,
                HasSameToken = true,
                HasSameScope = true,
            },
            seen);
    }

    [Fact]
    public async Task A_body_binds_by_the_json_options_of_mvc()
    {
        using var response = await host.Client.PostAsync("body", Json("""{"NAME":"Soup","calories":"250"}"""));
        Assert.Equal("""{"name":"Soup","calories":250}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"name":"Soup","calories":""", "application/json")]
    [InlineData("""{"name":"Soup","calories":"many"}""", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("name=Soup", "application/x-www-form-urlencoded")]
    public async Task A_body_that_cannot_be_read_throws_an_invalid_operation_inside_the_pipeline(string body, string mediaType)
    {
        using var response = await host.Client.PostAsync("body", new StringContent(body, Encoding.UTF8, mediaType));
        Assert.Equal(nameof(InvalidOperationException), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_of_30_million_bytes_is_let_in_and_one_more_is_not()
    {
        Assert.Equal("30000000", await AnswerToBytes(30_000_000));
        Assert.Equal("BadHttpRequestException", await AnswerToBytes(30_000_001));
    }

    private async Task<string> AnswerToBytes(int count)
    {
        // So the refusal comes before the body is on its way, and not as a broken pipe.
        using var request = new HttpRequestMessage(HttpMethod.Post, "bytes") { Content = new ByteArrayContent(new byte[count]) };
        request.Headers.ExpectContinue = true;
        using var response = await host.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>A host whose middleware answers an exception with the name of its type.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private TestHost _host = null!;

        public HttpClient Client => _host.Client;

        public async Task InitializeAsync() => _host = await TestHost.StartAsync(Register);

        public async Task DisposeAsync() => await _host.DisposeAsync();

        private static void Register(IFunctionsWorkerApplicationBuilder builder)
        {
            builder.Services.AddScoped(_ => new ScopedThing());
            builder.Services.Configure<JsonOptions>(json =>
                json.JsonSerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString);
            builder.UseMiddleware(async (context, next) =>
            {
                try
                {
                    await next();
                }
                catch (Exception exception)
                {
                    context.GetInvocationResult().Value =
                        Results.Text(exception.GetType().Name, statusCode: StatusCodes.Status400BadRequest);
                }
            });
        }
    }
}
