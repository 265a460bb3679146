using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class AccountApiTests(ApiFixture api)
{
    [Fact]
    public async Task Registering_signs_in_and_tells_who_one_is()
    {
        var email = $"Ada.{Guid.NewGuid():N}@Example.com";
        var response = await api.Http.PostAsJsonAsync(
            "auth/register", new { email, password = "correct horse battery", name = "Ada", timeZone = "Europe/Berlin", roles = new[] { "admin" } });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var registered = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        var me = await new ApiUser(api.Http, registered).GetAsync("auth/me");
        Assert.Equal(email.ToLowerInvariant(), me["email"]!.GetValue<string>());
        Assert.Equal("Ada", me["name"]!.GetValue<string>());
        Assert.Equal("Europe/Berlin", me["timeZone"]!.GetValue<string>());
        Assert.Equal("user", Assert.Single(me["roles"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task An_email_registers_once_however_it_is_written()
    {
        var user = await api.RegisterAsync();
        var again = await api.Http.PostAsJsonAsync("auth/register", new { email = $" {user.Email.ToUpperInvariant()}", password = ApiUser.Password });
        await ApiAssert.ProblemAsync(again, HttpStatusCode.Conflict, "email-taken");
    }

    [Fact]
    public async Task Registering_at_the_same_time_makes_one_account()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            api.Http.PostAsJsonAsync("auth/register", new { email, password = ApiUser.Password })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("""{"email":"nobody","password":"correct horse battery"}""", "email")]
    [InlineData("""{"email":"a@example.com","password":"short"}""", "password")]
    [InlineData("""{"email":"a@example.com"}""", "password")]
    [InlineData("""{"email":"a@example.com","password":"correct horse battery","timeZone":"../../etc/passwd"}""", "timeZone")]
    [InlineData("""{"email":"a@example.com","password":"correct horse battery","name":""}""", "name")]
    public async Task A_registration_that_is_not_valid_names_the_member(string body, string member)
    {
        using var content = new StringContent(body, null, "application/json");
        var problem = await ApiAssert.ProblemAsync(await api.Http.PostAsync("auth/register", content), HttpStatusCode.BadRequest, "invalid");
        Assert.NotNull(problem["errors"]![member]);
    }

    [Fact]
    public async Task Signing_in_needs_the_right_password_and_does_not_tell_which_part_is_wrong()
    {
        var user = await api.RegisterAsync();
        var right = await LoginAsync(user.Email, ApiUser.Password);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);

        var wrong = await ApiAssert.ProblemAsync(await LoginAsync(user.Email, "wrong password"), HttpStatusCode.Unauthorized);
        var unknown = await ApiAssert.ProblemAsync(await LoginAsync("unknown@example.com", ApiUser.Password), HttpStatusCode.Unauthorized);
        Assert.Equal(wrong["type"]!.GetValue<string>(), unknown["type"]!.GetValue<string>());
        Assert.Equal(wrong["detail"]!.GetValue<string>(), unknown["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_refresh_token_rotates_and_its_lost_answer_can_be_had_again()
    {
        var user = await api.RegisterAsync();
        var first = await RefreshAsync(user.RefreshToken);
        var repeated = await RefreshAsync(user.RefreshToken);
        Assert.Equal(first, repeated);
        Assert.NotEqual(user.RefreshToken, first);
    }

    [Fact]
    public async Task A_refresh_token_that_is_used_again_later_ends_the_family()
    {
        var user = await api.RegisterAsync();
        var second = await RefreshAsync(user.RefreshToken);
        var third = await RefreshAsync(second);

        await ApiAssert.ProblemAsync(await PostTokenAsync("auth/refresh", user.RefreshToken), HttpStatusCode.Unauthorized, "bad-refresh-token");
        await ApiAssert.ProblemAsync(await PostTokenAsync("auth/refresh", third), HttpStatusCode.Unauthorized, "bad-refresh-token");
    }

    [Fact]
    public async Task Signing_out_ends_the_refresh_token()
    {
        var user = await api.RegisterAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await PostTokenAsync("auth/logout", user.RefreshToken)).StatusCode);
        await ApiAssert.ProblemAsync(await PostTokenAsync("auth/refresh", user.RefreshToken), HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refresh_token_is_no_access_token_and_the_other_way_round()
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await PostTokenAsync("auth/refresh", user.Token), HttpStatusCode.Unauthorized);
        using var request = new HttpRequestMessage(HttpMethod.Get, "auth/me") { Headers = { { "Authorization", $"Bearer {user.RefreshToken}" } } };
        await ApiAssert.ProblemAsync(await api.Http.SendAsync(request), HttpStatusCode.Unauthorized);
    }

    private Task<HttpResponseMessage> LoginAsync(string email, string password) =>
        api.Http.PostAsJsonAsync("auth/login", new { email, password });

    private Task<HttpResponseMessage> PostTokenAsync(string path, string refreshToken) =>
        api.Http.PostAsJsonAsync(path, new { refreshToken });

    private async Task<string> RefreshAsync(string refreshToken)
    {
        var response = await PostTokenAsync("auth/refresh", refreshToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["refreshToken"]!.GetValue<string>();
    }
}
