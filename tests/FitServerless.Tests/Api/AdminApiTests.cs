using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitServerless.Accounts;
using FitServerless.Azurite;
using FitServerless.Local.Host;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Api;

/// <summary>What admins may. On a host of its own, in which a test can make one.</summary>
public sealed class AdminApiTests : IAsyncLifetime
{
    private readonly string _secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private AzuriteProcess? _azurite;
    private FunctionHost? _host;

    private HttpClient Http { get; set; } = new();

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        _host = await ApiFixture.StartHostAsync(_azurite.ConnectionString, null, runTimers: false, ("JWT_SECRET", _secret));
        Http = ApiFixture.Client(_host.BaseAddress);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _host!.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    [Fact]
    public async Task Users_are_listed_page_by_page_without_anything_that_signs_them_in()
    {
        var admin = await AdminAsync();
        var people = new List<ApiUser>();
        for (var i = 0; i < 3; i++)
            people.Add(await ApiUser.RegisterAsync(Http));

        var (ids, path) = (new List<string>(), "api/admin/users?limit=2");
        while (path is not null)
        {
            var answer = await admin.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("password", text, StringComparison.OrdinalIgnoreCase);
            ids.AddRange(JsonNode.Parse(text)!.AsArray().Select(user => (string)user!["id"]!));
            path = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal([admin.Id, .. people.Select(person => person.Id)], ids);
        var found = await admin.GetAsync($"api/admin/users?email={people[1].Email}");
        Assert.Equal(
            ["id", "email", "roles", "tier", "createdAt", "emailVerified"], Assert.Single(found.AsArray())!.AsObject().Select(member => member.Key));
        await ApiAssert.ProblemAsync(await admin.SendAsync(HttpMethod.Get, "api/admin/users?email=nobody"), HttpStatusCode.BadRequest, "invalid");
        await ApiAssert.ProblemAsync(await admin.SendAsync(HttpMethod.Get, "api/admin/users?cursor=!"), HttpStatusCode.BadRequest, "invalid");
        await ApiAssert.ProblemAsync(await people[0].SendAsync(HttpMethod.Get, "api/admin/users"), HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_suspended_person_is_out_at_once_and_comes_back_when_restored()
    {
        var (admin, ada) = (await AdminAsync(), await ApiUser.RegisterAsync(Http));
        var path = $"api/admin/users/{ada.Id}/suspension";

        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Put, path, new { reason = "Spam" })).StatusCode);

        await ApiAssert.ProblemAsync(await ada.SendAsync(HttpMethod.Get, "api/workouts"), HttpStatusCode.Unauthorized, "unauthorized");
        await ApiAssert.ProblemAsync(await LoginAsync(ada, ApiUser.Password), HttpStatusCode.Forbidden, "account-suspended");
        await ApiAssert.ProblemAsync(await LoginAsync(ada, "not the password"), HttpStatusCode.Unauthorized, "wrong-credentials");
        var refresh = await Http.PostAsJsonAsync("auth/refresh", new { refreshToken = ada.RefreshToken });
        await ApiAssert.ProblemAsync(refresh, HttpStatusCode.Forbidden, "account-suspended");
        var listed = (await admin.GetAsync($"api/admin/users?email={ada.Email}"))[0]!["suspension"]!;
        Assert.Equal("Spam", (string)listed["reason"]!);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, path)).StatusCode);

        var again = await LoginAsync(ada, ApiUser.Password);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var trail = await Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "api/account/audit")
        {
            Headers = { Authorization = new("Bearer", (string)(await again.Content.ReadFromJsonAsync<JsonNode>())!["token"]!) },
        });
        Assert.Superset(
            new HashSet<string> { "account-suspended", "account-restored", "admin-access" },
            (await trail.Content.ReadFromJsonAsync<JsonNode>())!.AsArray().Select(entry => (string)entry!["action"]!).ToHashSet());
    }

    [Fact]
    public async Task Registration_is_closed_and_opened_again_while_the_app_runs()
    {
        var admin = await AdminAsync();
        var before = await admin.SendAsync(HttpMethod.Get, "api/admin/configuration");
        var tag = before.Headers.ETag!.Tag;
        var shown = await before.Content.ReadAsStringAsync();
        Assert.Equal("set", (string)JsonNode.Parse(shown)!["secrets"]!["JWT_SECRET"]!);
        Assert.DoesNotContain(_secret, shown, StringComparison.Ordinal);

        var closed = await admin.SendAsync(HttpMethod.Put, "api/admin/configuration", new { openRegistration = false }, ("If-Match", tag));

        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await RegisterAsync()).StatusCode);
        var late = await admin.SendAsync(HttpMethod.Put, "api/admin/configuration", new { }, ("If-Match", tag));
        await ApiAssert.ProblemAsync(late, HttpStatusCode.PreconditionFailed, "precondition-failed");
        var misspelt = await admin.SendAsync(HttpMethod.Put, "api/admin/configuration", new { openRegistratoin = true });
        await ApiAssert.ProblemAsync(misspelt, HttpStatusCode.BadRequest, "malformed");
        Assert.Equal(HttpStatusCode.OK, (await admin.SendAsync(HttpMethod.Put, "api/admin/configuration", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync()).StatusCode);
    }

    [Fact]
    public async Task Where_the_setting_closes_registration_an_address_tells_nobody_whether_it_is_taken()
    {
        var taken = (await ApiUser.RegisterAsync(Http)).Email;
        await using var host = await ApiFixture.StartHostAsync(
            _azurite!.ConnectionString, null, runTimers: false, ("JWT_SECRET", _secret), ("Accounts:OpenRegistration", "false"));
        using var http = ApiFixture.Client(host.BaseAddress);

        var (free, other) = (await RegisterAsync(http), await RegisterAsync(http, taken));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (free.StatusCode, other.StatusCode));
        Assert.Equal(("", ""), (await free.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Cleanups_are_listed_newest_first_page_by_page()
    {
        var admin = await AdminAsync();
        foreach (var job in (string[])["PurgeExpired", "PruneQuotas"])
            await _host!.RunTimerAsync(job);

        var first = await admin.SendAsync(HttpMethod.Get, "api/admin/cleanups?limit=1");

        var next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        Assert.Equal("PruneQuotas", (string)(await first.Content.ReadFromJsonAsync<JsonNode>())![0]!["job"]!);
        var second = (await admin.GetAsync(next))[0]!;
        Assert.Equal("PurgeExpired", (string)second["job"]!);
        Assert.Contains(second["steps"]!.AsArray(), step => (string)step!["name"]! == "eventOptOuts" && (string)step["outcome"]! == "done");
    }

    [Fact]
    public async Task An_admin_is_told_to_take_the_role_first()
    {
        var admin = await AdminAsync();

        var answer = await admin.SendAsync(HttpMethod.Put, $"api/admin/users/{admin.Id}/suspension", new { });

        await ApiAssert.ProblemAsync(answer, HttpStatusCode.Conflict, "is-admin");
    }

    private Task<HttpResponseMessage> LoginAsync(ApiUser user, string password) =>
        Http.PostAsJsonAsync("auth/login", new { email = user.Email, password });

    private Task<HttpResponseMessage> RegisterAsync(HttpClient? http = null, string? email = null) =>
        (http ?? Http).PostAsJsonAsync("auth/register", new { email = email ?? $"{Guid.NewGuid():N}@example.com", password = ApiUser.Password });

    /// <summary>The role is asked for in storage, so the token may be an old one.</summary>
    private async Task<ApiUser> AdminAsync()
    {
        var user = await ApiUser.RegisterAsync(Http);
        await _host!.Services.GetRequiredService<IAccountStore>().ChangeAsync(
            user.Id, account => account with { Roles = [Roles.User, Roles.Admin] }, default);
        return user;
    }
}
