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
using FitServerless.Tests.Api;
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
    private OwnersThings? _things;

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
        _things = new OwnersThings(Http, _host, this);
        await GrantAsync(Owner, _people[Actor.Reader], "read");
        await GrantAsync(Owner, _people[Actor.Writer], "read", "write");
        await Owner.SendAsync(HttpMethod.Put, "api/account/avatar", File("picture"));
        // What the example shares.
        foreach (var person in _people.Values)
            await person.ReadAsync(HttpMethod.Put, "api/plans/base-2026", new { title = "Base" });
        foreach (var thing in (string[])["workout", "document", "plan", "card", "file", "backup", "notification", "room"])
            await _things.MakeAsync(thing);
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
            var id = await _things!.MakeAsync(name);
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

    internal static ByteArrayContent File(string name) => new(name switch
    {
        "picture" => SamplePictures.Png,
        "ride" => System.IO.File.ReadAllBytes(SampleFiles.All().First(file => file.EndsWith(".gpx", StringComparison.Ordinal))),
        "gzip" => RandomNumberGenerator.GetBytes(64),
        _ => Encoding.UTF8.GetBytes(Secret),
    });

    internal static Task<JsonNode> GrantAsync(ApiUser client, ApiUser trainer, params string[] scopes) =>
        client.ReadAsync(HttpMethod.Post, "api/grants", new { trainerId = trainer.Id, scopes }, HttpStatusCode.Created);

    /// <summary>Of the same form, so that the difference is not in the form.</summary>
    private static string Other(string id) => id.Length > 4 && char.IsAsciiHexDigit(id[^3])
        ? $"{id[..^3]}{(id[^3] == '7' ? '8' : '7')}{id[^2..]}"
        : $"{id[..^1]}{(id[^1] == '7' ? '8' : '7')}";

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
