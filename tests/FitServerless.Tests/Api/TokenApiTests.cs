using System.Net;
using System.Text;
using System.Text.Json;

namespace FitServerless.Tests.Api;

/// <summary>Closed functions stay closed to every token that we did not sign.</summary>
[Collection(ApiCollection.Name)]
public sealed class TokenApiTests(ApiFixture api)
{
    public static TheoryData<string> ForgedHeaders => new(
        """{"alg":"none"}""", """{"alg":"None"}""", """{"alg":"nOnE","typ":"JWT"}""", """{"alg":"RS256"}""", """{"alg":"HS512"}""",
        """{"alg":"HS256","kid":"../../dev/null"}""", """{"alg":"HS256","kid":"' OR 1=1 --"}""",
        """{"alg":"HS256","jwk":{"kty":"oct","k":"AAAA"}}""", """{"alg":"HS256","jku":"https://example.com/keys"}""", "not json");

    public static TheoryData<string, string> ClosedRoutes => new()
    {
        { "GET", "auth/me" },
        { "GET", "api/workouts" },
        { "GET", "api/workouts/some-id" },
        { "POST", "api/workouts" },
        { "PUT", "api/workouts/some-id" },
        { "DELETE", "api/workouts/some-id" },
        { "POST", "api/workouts/sync" },
        { "GET", "api/workouts/changes" },
    };

    [Theory]
    [MemberData(nameof(ClosedRoutes))]
    public async Task A_request_without_a_token_is_refused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var response = await api.Http.SendAsync(request);
        await ApiAssert.ProblemAsync(response, HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [MemberData(nameof(ForgedHeaders))]
    public async Task A_token_with_a_header_of_its_own_making_is_refused(string header)
    {
        var user = await api.RegisterAsync();
        var parts = user.Token.Split('.');
        var forged = Encode(header);
        foreach (var token in new[] { $"{forged}.{parts[1]}.{parts[2]}", $"{forged}.{parts[1]}.", $"{forged}.{parts[1]}" })
            await AssertRefusedAsync(token);
    }

    [Fact]
    public async Task A_token_with_another_subject_is_refused()
    {
        var user = await api.RegisterAsync();
        var other = await api.RegisterAsync();
        var parts = user.Token.Split('.');
        var claims = JsonSerializer.Serialize(new { sub = other.Id, iss = "fitserverless", aud = "fitserverless", exp = 4_000_000_000 });
        await AssertRefusedAsync($"{parts[0]}.{Encode(claims)}.{parts[2]}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer a.b.c.d.e")]
    public async Task An_authorization_that_is_no_token_is_refused(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "auth/me");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        await ApiAssert.ProblemAsync(await api.Http.SendAsync(request), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_of_ten_thousand_characters_is_refused() => await AssertRefusedAsync(new string('a', 10_000));

    private async Task AssertRefusedAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "auth/me");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        await ApiAssert.ProblemAsync(await api.Http.SendAsync(request), HttpStatusCode.Unauthorized);
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
