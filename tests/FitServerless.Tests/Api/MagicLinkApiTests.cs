using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

/// <summary>Signing in by a link, which a development backend keeps in its outbox.</summary>
[Collection(ApiCollection.Name)]
public sealed class MagicLinkApiTests(ApiFixture api)
{
    private readonly string _email = $"{Guid.NewGuid():N}@example.com";

    [Fact]
    public async Task A_link_signs_in_once()
    {
        var token = await SendAsync();
        var answer = await api.Http.PostAsJsonAsync("auth/verify", new { token });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var signedIn = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(signedIn["token"]!.GetValue<string>(), signedIn["jwt"]!.GetValue<string>());
        Assert.NotEmpty(signedIn["refreshToken"]!.GetValue<string>());
        using var me = new HttpRequestMessage(HttpMethod.Get, "auth/me") { Headers = { { "Authorization", $"Bearer {signedIn["jwt"]}" } } };
        var account = (await (await api.Http.SendAsync(me)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(_email, account["email"]!.GetValue<string>());
        Assert.True(account["emailVerified"]!.GetValue<bool>());
        await ApiAssert.ProblemAsync(await api.Http.PostAsJsonAsync("auth/verify", new { token }), HttpStatusCode.Unauthorized, "bad-link");
    }

    [Fact]
    public async Task Of_fifty_clicks_at_once_one_signs_in()
    {
        var token = await SendAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => api.Http.PostAsJsonAsync("auth/verify", new { token })));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
    }

    /// <summary>Scanners of mail follow links, many times and with other methods.</summary>
    [Fact]
    public async Task Looking_at_the_page_uses_nothing_up()
    {
        var token = await SendAsync();
        for (var i = 0; i < 3; i++)
        {
            var page = await api.Http.GetAsync($"auth/verify?token={token}");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains(token, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await api.Http.PostAsJsonAsync("auth/verify", new { token })).StatusCode);
    }

    [Fact]
    public async Task The_button_of_the_page_signs_in_and_shows_what_to_copy()
    {
        var token = await SendAsync();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", token), KeyValuePair.Create("code", "")]);
        var answer = await api.Http.PostAsync("auth/verify", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<textarea readonly", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = new FormUrlEncodedContent([KeyValuePair.Create("token", token)]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Http.PostAsync("auth/verify", again)).StatusCode);
    }

    [Fact]
    public async Task The_page_lets_nothing_in_and_nothing_out()
    {
        var page = await api.Http.GetAsync("auth/verify?token=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        var html = await page.Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style", html, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("default-src 'none';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Asking_answers_the_same_for_everybody()
    {
        var known = await RequestAsync((await api.RegisterAsync()).Email);
        var unknown = await RequestAsync(_email);

        Assert.Equal((HttpStatusCode.Accepted, ""), (known.StatusCode, await known.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.Accepted, ""), (unknown.StatusCode, await unknown.Content.ReadAsStringAsync()));
        await ApiAssert.ProblemAsync(await RequestAsync("no address"), HttpStatusCode.BadRequest, "invalid");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"token\":\"20250301.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}")]
    [InlineData("{\"token\":\"../../x\"}")]
    public async Task What_is_no_link_is_refused(string body)
    {
        using var content = new StringContent(body, null, "application/json");
        await ApiAssert.ProblemAsync(await api.Http.PostAsync("auth/verify", content), HttpStatusCode.Unauthorized, "bad-link");
    }

    /// <summary>From a source of its own, since they count.</summary>
    private async Task<HttpResponseMessage> RequestAsync(string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "auth/magic-link") { Content = JsonContent.Create(new { email }) };
        request.Headers.Add("X-Forwarded-For", $"2001:db8:{Random.Shared.Next(0xFFFF):x}:{Random.Shared.Next(0xFFFF):x}::1");
        return await api.Http.SendAsync(request);
    }

    private async Task<string> SendAsync()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await RequestAsync(_email)).StatusCode);
        return await Letters.TokenAsync(api.Http, _email);
    }
}
