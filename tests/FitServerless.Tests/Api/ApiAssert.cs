using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

internal static class ApiAssert
{
    /// <summary>An answer as RFC 9457 has it, with a type of ours and nothing of our insides.</summary>
    public static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string? type = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"Expected {status}, got {response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.StartsWith("/problems/", problem["type"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEmpty(problem["title"]!.GetValue<string>());
        Assert.NotEmpty(problem["traceId"]!.GetValue<string>());
        Assert.NotEmpty(problem["error"]!.GetValue<string>());
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        if (type is not null)
            Assert.Equal($"/problems/{type}", problem["type"]!.GetValue<string>());
        return problem;
    }
}
