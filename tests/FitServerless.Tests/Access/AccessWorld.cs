using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FitServerless.Accounts;
using FitServerless.Azurite;
using FitServerless.Functions.OpenApi;
using FitServerless.Local.Host;
using FitServerless.Notifications;
using FitServerless.Schedules;
using FitServerless.Tests.Api;
using FitServerless.Tests.Notifications;
using FitServerless.Tests.Photos;
using FitServerless.Tests.Workouts.Files;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Access;

/// <summary>A backend with the actors of the matrix, in which the owner makes real things to ask for.</summary>
public sealed partial class AccessWorld : IAsyncLifetime
{
    /// <summary>In everything that the owner writes; nobody else's answer may have it.</summary>
    public const string Secret = "only-the-owner-knows";

    private readonly Dictionary<Actor, ApiUser> _people = [];
    private AzuriteProcess? _azurite;
    private FunctionHost? _host;
    private string _adminToken = "";
    private int _things;

    public HttpClient Http { get; private set; } = new();

    public JsonNode Document { get; } = JsonNode.Parse(new ApiDocument().Json)!;

    public ApiUser Owner => _people[Actor.Owner];

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        _host = await ApiFixture.StartHostAsync(
            _azurite.ConnectionString, ("EventStreams:MaxSeconds", "1"), ("Coach:FreePerMinute", "1000"), ("Chat:MessagesPerMinute", "1000"));
        Http = ApiFixture.Client(_host.BaseAddress);
        foreach (var actor in Enum.GetValues<Actor>().Where(actor => actor != Actor.Anonymous))
            _people[actor] = await ApiUser.RegisterAsync(Http);
        var admin = _people[Actor.Admin];
        var tokens = _host.Services.GetRequiredService<AccessTokens>();
        Assert.True(tokens.TryRead(admin.Token, out var caller));
        var account = await _host.Services.GetRequiredService<IAccountStore>().ChangeAsync(
            admin.Id, account => account with { Roles = [Roles.User, Roles.Admin], EmailVerifiedAt = DateTimeOffset.UnixEpoch }, default);
        _adminToken = tokens.Issue(account!, caller.Session).Token;
        await GrantAsync(Owner, _people[Actor.Reader], "read");
        await GrantAsync(Owner, _people[Actor.Writer], "read", "write");
        await Owner.SendAsync(HttpMethod.Put, "api/account/avatar", File("picture"));
        foreach (var thing in (string[])["workout", "document", "plan", "card", "file", "backup", "notification", "room"])
            await MakeAsync(thing);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    public ApiUser this[Actor actor] => _people[actor];

    /// <summary>Puts new things of the owner's where the path names them; and, for the second, things that are not there.</summary>
    public async Task<(string There, string Absent)> FillAsync(string path)
    {
        var (there, absent) = (path, path);
        foreach (var name in Name().Matches(path).Select(match => match.Groups[1].Value))
        {
            var id = await MakeAsync(name);
            there = there.Replace($"{{{name}}}", id, StringComparison.Ordinal);
            absent = absent.Replace($"{{{name}}}", Other(id), StringComparison.Ordinal);
        }

        return (there, absent);
    }

    public async Task<HttpResponseMessage> AskAsync(Actor actor, string function, AccessRule rule, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (actor != Actor.Anonymous)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", actor == Actor.Admin ? _adminToken : _people[actor].Token);
        request.Content = Content(function, rule);
        foreach (var (name, value) in rule.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The document's example for the function; <c>null</c> when it reads no JSON.</summary>
    public JsonNode? Example(string function) => Operation(function)?["requestBody"]?["content"]?["application/json"]?["example"]?.DeepClone();

    private JsonNode? Operation(string function) => Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject())
        .FirstOrDefault(operation => (string?)operation.Value!["operationId"] == function).Value;

    private HttpContent? Content(string function, AccessRule rule)
    {
        if (rule.Body is ['@', .. var file])
            return File(file);
        return (rule.Body ?? Example(function)?.ToJsonString()) is { } json ? new StringContent(json, Encoding.UTF8, "application/json") : null;
    }

    private static ByteArrayContent File(string name) => new(name switch
    {
        "picture" => SamplePictures.Png,
        "ride" => System.IO.File.ReadAllBytes(SampleFiles.All().First(file => file.EndsWith(".gpx", StringComparison.Ordinal))),
        "gzip" => RandomNumberGenerator.GetBytes(64),
        _ => Encoding.UTF8.GetBytes(Secret),
    });

    private async Task<string> MakeAsync(string thing)
    {
        var n = Interlocked.Increment(ref _things);
        switch (thing)
        {
            case "owner":
                return Owner.Id;
            case "workout" or "edited":
                var workout = await Owner.CreateWorkoutAsync(SampleWorkouts.Ride($"seed-{n}", title: Secret));
                if (thing == "edited")
                    await Owner.ReadAsync(HttpMethod.Put, $"api/workouts/{workout}", new { startedAt = "2026-11-20T06:30:00Z", title = "Edited" });
                return workout;
            case "imported":
                var imported = await Owner.ReadAsync(HttpMethod.Post, "api/workouts/import?name=a.gpx", File("ride"));
                return (string)imported["results"]![0]!["id"]!;
            case "document" or "plan" or "card":
                var path = thing == "document" ? "api/documents/goals" : $"api/{thing}s";
                foreach (var title in (string[])[Secret, $"{Secret} too"])
                    await Owner.ReadAsync(HttpMethod.Put, $"{path}/thing-{n}", new { title, question = title, answer = "4" });
                return $"thing-{n}";
            case "file" or "link":
                var file = (string)(await Owner.ReadAsync(HttpMethod.Post, $"api/files?name={Secret}.txt", File("text"), HttpStatusCode.Created))["id"]!;
                return thing == "file" ? file : ((string)(await Owner.ReadAsync(HttpMethod.Post, $"api/files/{file}/link"))["url"]!).TrimStart('/');
            case "backup":
                return (string)(await Owner.ReadAsync(HttpMethod.Put, $"api/backups/backup-{n}", File("gzip"), HttpStatusCode.Created))["id"]!;
            case "snapshot":
                return (string)(await Owner.ReadAsync(HttpMethod.Post, "api/backups", null, HttpStatusCode.Created))["id"]!;
            case "upload":
                var started = await Owner.SendAsync(HttpMethod.Put, $"api/backups/part-{n}", new ByteArrayContent([]), ("Upload-Complete", "?0"));
                return started.Headers.Location!.OriginalString.Split('/')[^1];
            case "conversation":
                return (string)(await Owner.ReadAsync(HttpMethod.Post, "api/coach/conversations", new { }, HttpStatusCode.Created))["id"]!;
            case "room" or "solo":
                var members = thing == "room" ? new[] { _people[Actor.Reader].Id } : [(await ApiUser.RegisterAsync(Http)).Id];
                return (string)(await Owner.ReadAsync(HttpMethod.Post, "chat/rooms", new { members }, HttpStatusCode.Created))["roomId"]!;
            case "notification":
                await _host!.Services.GetRequiredService<NotificationInbox>().AddAsync(Owner.Id, Inbox.Mention($"n{n}", Secret), default);
                return $"n{n}";
            case "briefing":
                var (now, kind) = (DateTimeOffset.UtcNow, OccasionKind.DailyBriefing);
                var today = DateOnly.FromDateTime(now.UtcDateTime);
                await _host!.Services.GetServices<IOccasionJob>().Single(job => job.Kind == kind).RunAsync(new Occasion(kind, Owner.Id, today, now), default);
                return $"daily/{today:yyyy-MM-dd}";
            case "session":
                await Http.PostAsync("auth/login", new StringContent($$"""{"email":"{{Owner.Email}}","password":"{{ApiUser.Password}}"}""", Encoding.UTF8, "application/json"));
                return (string)(await Owner.GetAsync("auth/sessions")).AsArray().First(session => !(bool)session!["current"]!)!["id"]!;
            case "grant":
                return (string)(await GrantAsync(Owner, await ApiUser.RegisterAsync(Http), "read"))["id"]!;
            case "client":
                var client = await ApiUser.RegisterAsync(Http);
                await GrantAsync(client, _people[Actor.Reader], "read");
                return client.Id;
            default:
                throw new InvalidOperationException($"Nobody makes a {thing} here.");
        }
    }

    private static Task<JsonNode> GrantAsync(ApiUser client, ApiUser trainer, params string[] scopes) =>
        client.ReadAsync(HttpMethod.Post, "api/grants", new { trainerId = trainer.Id, scopes }, HttpStatusCode.Created);

    /// <summary>Of the same form, so that the difference is not in the form.</summary>
    private static string Other(string id) => id.Length > 4 && char.IsAsciiHexDigit(id[^3])
        ? $"{id[..^3]}{(id[^3] == '7' ? '8' : '7')}{id[^2..]}"
        : $"{id[..^1]}{(id[^1] == '7' ? '8' : '7')}";

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
