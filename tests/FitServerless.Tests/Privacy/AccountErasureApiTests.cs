using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FitServerless.Accounts.Lockout;
using FitServerless.Azurite;
using FitServerless.Local.Host;
using FitServerless.Notifications;
using FitServerless.Tests.Api;
using FitServerless.Tests.Chat;
using FitServerless.Tests.Files;
using FitServerless.Tests.Live;
using FitServerless.Tests.Photos;
using FitServerless.Tests.Workouts.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Tests.Privacy;

/// <summary>An account that has used everything is deleted; then all of the storage is searched for it.</summary>
public sealed class AccountErasureApiTests : IAsyncLifetime
{
    private readonly string _secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly KeptLog _log = new();
    private AzuriteProcess? _azurite;
    private FunctionHost? _host;

    public async Task InitializeAsync()
    {
        _azurite = await AzuriteProcess.StartAsync();
        _host = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _azurite!.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_of_an_account_that_used_everything_is_left_and_others_keep_theirs()
    {
        var (ada, bo, cy) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"), await RegisterAsync("Cy"));
        var room = await UseEverythingAsync(ada, bo, cy);
        Assert.Equal(PersonalStorage.Tables.Except(["Erasures"]).Concat(PersonalStorage.Containers).Order(), await PlacesAsync(ada));
        _log.Clear();

        await DeleteAsync(ada.Api);

        await AssertRefusedAsync(ada.Api);
        await WaitUntilGoneAsync(ada);
        Assert.Equal(HttpStatusCode.Unauthorized, (await LoginAsync(ada.Api)).StatusCode);
        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(_log.Lines, line => line.Contains(ada.Id, StringComparison.OrdinalIgnoreCase) || line.Contains(ada.Api.Email, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            [("Cy mentioned you", "Hello @Bo"), (NotificationTraces.Forgotten, "")],
            (await bo.Api.GetAsync("api/notifications")).AsArray().Select(one => ((string)one!["title"]!, (string)one["body"]!)).Distinct().Order());
        Assert.Equal(
            [(1, Shown(bo), "Hello all"), (2, "deleted", ""), (3, "deleted", ""), (4, Shown(cy), "Hello @Bo")],
            (await bo.MessagesAsync(room)).Take(4).Select(message => (
                (int)message["sequence"]!, (string)message["userId"]!, (string)message["content"]!)));
        Assert.Equal(HttpStatusCode.Accepted, (await bo.Api.SendAsync(HttpMethod.Post, $"chat/{room}/messages", new { content = "Still here" })).StatusCode);
        Assert.Equal([room], (await bo.Api.GetAsync("chat/rooms")).AsArray().Select(one => (string)one!["roomId"]!));
        Assert.Single((await bo.Api.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task Who_signs_up_again_with_the_same_e_mail_gets_nothing_old()
    {
        var (ada, bo, cy) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"), await RegisterAsync("Cy"));
        await UseEverythingAsync(ada, bo, cy);
        await DeleteAsync(ada.Api);
        await WaitUntilGoneAsync(ada);

        var again = await Client().PostAsJsonAsync("auth/register", new { email = ada.Api.Email, password = ApiUser.Password });
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        var ada2 = new ApiUser(Client(), (await again.Content.ReadFromJsonAsync<JsonNode>())!);

        Assert.NotEqual(ada.Id, ada2.Id);
        foreach (var list in new[] { "api/workouts", "api/notifications", "chat/rooms", "api/coach/conversations", "api/documents/goals", "api/backups" })
            Assert.Empty((await ada2.GetAsync(list)).AsArray());
    }

    [Fact]
    public async Task A_wrong_password_deletes_nothing_and_shows_in_the_trail()
    {
        var ada = await RegisterAsync("Ada");
        for (var i = 0; i < 3; i++)
        {
            var refused = await ada.Api.SendAsync(HttpMethod.Delete, "api/account", new { password = "not hers, not hers" });
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        var trail = (await ada.Api.GetAsync("api/account/audit")).AsArray();
        var entry = trail.Single(one => (string)one!["action"]! == "deletion-refused")!;
        Assert.Equal((3, "user", "127.0.0.0/24"), ((int)entry["count"]!, (string)entry["by"]!, (string)entry["network"]!));
        Assert.Equal(ada.Id, (string)(await ada.Api.GetAsync("auth/me"))["id"]!);
    }

    [Fact]
    public async Task A_job_whose_process_ends_goes_on_with_the_next()
    {
        var (ada, bo, cy) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"), await RegisterAsync("Cy"));
        await UseEverythingAsync(ada, bo, cy);
        await DeleteAsync(ada.Api);
        await _host!.DisposeAsync();

        _host = await StartAsync();

        await WaitUntilGoneAsync(ada);
    }

    [Fact]
    public async Task A_job_that_was_stored_and_never_started_is_started_by_the_timer()
    {
        var (ada, bo, cy) = (await RegisterAsync("Ada"), await RegisterAsync("Bo"), await RegisterAsync("Cy"));
        await UseEverythingAsync(ada, bo, cy);
        await new TableServiceClient(_azurite!.ConnectionString).GetTableClient("Erasures").AddEntityAsync(
            new TableEntity(FitServerless.Privacy.ErasureJobs.IdOf(ada.Id), "job") { ["UserId"] = ada.Id, ["RequestedAt"] = DateTimeOffset.UnixEpoch });

        await _host!.RunTimerAsync("ResumeErasures");

        await WaitUntilGoneAsync(ada);
    }

    [Fact]
    public async Task Who_guesses_at_the_password_of_a_deletion_has_to_wait_and_deletes_nothing()
    {
        var ada = await RegisterAsync("Ada");
        for (var i = 0; i < TryPolicy.Proof.FreeTries; i++)
            await ada.Api.SendAsync(HttpMethod.Delete, "api/account", new { password = "not hers, not hers" });

        var locked = await ada.Api.SendAsync(HttpMethod.Delete, "api/account", new { password = ApiUser.Password });

        await ApiAssert.ProblemAsync(locked, HttpStatusCode.TooManyRequests);
        Assert.InRange(locked.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(ada.Id, (string)(await ada.Api.GetAsync("auth/me"))["id"]!);
    }

    private static string Shown(ChatUser user) => user.Id;

    /// <summary>Whatever keeps something by user. A feature that is new here and not erased fails these tests.</summary>
    private async Task<string> UseEverythingAsync(ChatUser ada, ChatUser bo, ChatUser cy)
    {
        await bo.Api.CreateWorkoutAsync(SampleWorkouts.Ride("bo"));
        await UseDocumentsAsync(ada.Api);
        await UseCoachAsync(ada.Api);
        await UseAccountAsync(ada.Api, bo.Api);
        await UseSharesAsync(ada.Api, bo.Api);
        await ada.Api.ReadAsync(HttpMethod.Post, "api/backups", new { }, HttpStatusCode.Created);
        await UseFilesAsync(ada.Api);
        await UseEventsAsync(ada.Api, bo.Api);
        await UseEventsAsync(bo.Api, ada.Api);
        await Told.AddAsync(_host!.Services, ada.Id);
        return await UseChatAsync(ada, bo, cy);
    }

    private async Task UseAccountAsync(ApiUser ada, ApiUser bo)
    {
        await ada.ReadAsync(HttpMethod.Post, "auth/refresh", new { refreshToken = ada.RefreshToken });
        await ada.ReadAsync(HttpMethod.Post, "auth/2fa/enroll");
        await ada.SendAsync(HttpMethod.Post, "auth/2fa/confirm", new { code = "no code" });
        await Client().PostAsJsonAsync("auth/login", new { email = ada.Email, password = "not hers, not hers" });
        Assert.Equal(HttpStatusCode.Accepted, (await Client().PostAsJsonAsync("auth/magic-link", new { email = ada.Email })).StatusCode);
        var read = new[] { "read" };
        await ada.ReadAsync(HttpMethod.Post, "api/grants", new { trainerId = bo.Id, scopes = read }, HttpStatusCode.Created);
        var over = await bo.ReadAsync(HttpMethod.Post, "api/grants", new { trainerId = ada.Id, scopes = read }, HttpStatusCode.Created);
        await bo.ReadAsync(HttpMethod.Post, "api/grants", new { trainerEmail = ada.Email, scopes = read }, HttpStatusCode.Created);
        await ada.GetAsync($"api/clients/{bo.Id}/workouts");
        // The trail goes on telling of it.
        Assert.Equal(HttpStatusCode.NoContent, (await bo.SendAsync(HttpMethod.Delete, $"api/grants/{over["id"]}")).StatusCode);
    }

    private static async Task UseSharesAsync(ApiUser ada, ApiUser bo)
    {
        foreach (var user in (ApiUser[])[ada, bo])
            await user.ReadAsync(HttpMethod.Put, "api/plans/base", new { title = "Base" });
        await ada.ReadAsync(HttpMethod.Post, "api/shares", Base(new { withUserId = bo.Id }), HttpStatusCode.Created);
        await bo.ReadAsync(HttpMethod.Post, "api/shares", Base(new { withEmail = ada.Email }), HttpStatusCode.Created);
        var share = await bo.ReadAsync(HttpMethod.Post, "api/shares", Base(new { withUserId = ada.Id }), HttpStatusCode.Created);
        await ada.GetAsync($"api/shared/{share["id"]}");
    }

    private static JsonObject Base(object receiver)
    {
        var share = JsonSerializer.SerializeToNode(receiver)!.AsObject();
        (share["kind"], share["itemId"], share["permission"]) = ("plan", "base", "read");
        return share;
    }

    private static async Task UseDocumentsAsync(ApiUser ada)
    {
        var id = await ada.CreateWorkoutAsync(SampleWorkouts.Ride("one"));
        await ada.CreateWorkoutAsync(SampleWorkouts.Ride("two"));
        await ada.SendAsync(HttpMethod.Delete, $"api/workouts/{id}");
        await ada.ReadAsync(HttpMethod.Post, "api/workouts/import?name=ride.fit", new ByteArrayContent(SampleFiles.Bytes("ride.fit")));
        var change = new { collection = "goals", id = "g", op = "put", mutationId = "m", updatedAt = "2026-01-01T00:00:00Z", data = new { title = "Run" } };
        await ada.ReadAsync(HttpMethod.Post, "api/sync", new { deviceId = "phone", changes = new[] { change } });
        var device = await ada.SendAsync(HttpMethod.Post, "sync", new { plans = Array.Empty<object>() }, ("X-Device-ID", "watch"));
        Assert.Equal(HttpStatusCode.OK, device.StatusCode);
    }

    private async Task UseCoachAsync(ApiUser ada)
    {
        await ada.ReadAsync(HttpMethod.Post, "api/ai/suggest-meal", new { goals = "build muscle" });
        var conversation = await ada.ReadAsync(
            HttpMethod.Post, "api/coach/conversations", new { personality = "tough_love", voice = "calm" }, HttpStatusCode.Created);
        await ada.ReadAsync(HttpMethod.Post, $"api/coach/conversations/{conversation["id"]}/messages", new { id = "m", text = "Hello" });
        // There is no model here to be asked.
        var tables = new TableServiceClient(_azurite!.ConnectionString);
        foreach (var (table, days) in new[] { ("AiAnswers", 1), ("AiRequests", 0), ("AiRequests", 80) })
        {
            var partition = DateTime.UtcNow.AddDays(-days).ToString("yyyyMMdd");
            await tables.GetTableClient(table).AddEntityAsync(new TableEntity(partition, $"{ada.Id}|{Guid.NewGuid():N}"));
        }
    }

    private static async Task UseEventsAsync(ApiUser client, ApiUser trainer)
    {
        var one = new { id = "e", type = "workout.completed", at = DateTimeOffset.UtcNow, trainerId = trainer.Id, value = 1 };
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(HttpMethod.Post, "api/events", new { events = new[] { one } })).StatusCode);
    }

    private static async Task UseFilesAsync(ApiUser ada)
    {
        await ada.ReadAsync(HttpMethod.Post, "api/files?name=notes.txt", new ByteArrayContent(SampleDocuments.Text), HttpStatusCode.Created);
        await ada.SendAsync(HttpMethod.Put, "api/account/avatar", new ByteArrayContent(SamplePictures.Jpeg));
    }

    private static async Task<string> UseChatAsync(ChatUser ada, ChatUser bo, ChatUser cy)
    {
        var pair = (string)(await bo.Api.ReadAsync(
            HttpMethod.Post, "chat/rooms", new { trainerId = bo.Id, clientId = ada.Id }, HttpStatusCode.Created))["roomId"]!;
        await ada.PostAsync(pair, "Hello @Bo, my trainer");
        await bo.PostAsync(pair, "Hello @Ada");
        var room = await ada.CreateRoomAsync(bo, cy);
        await bo.PostAsync(room, "Hello all");
        await WaitForAsync(bo, room, 1);
        await ada.PostAsync(room, "Hello @Bo");
        await ada.PostAsync(room, "How are you?");
        await WaitForAsync(bo, room, 3);
        await cy.PostAsync(room, "Hello @Bo");
        await ada.SendAsync(room, "read", new { sequence = 1 });
        await ada.SendAsync(room, "typing", new { typing = true });
        await ada.SendAsync(room, "signal", new { data = new { sdp = "offer" } });
        await bo.SendAsync(room, "signal", new { to = ada.Id, data = new { sdp = "answer" } });
        await WaitForAsync(bo, room, 4);
        await WaitForAsync(bo, pair, 2);
        using var patience = new CancellationTokenSource(Patience.ForAnything);
        // Bo spoke of Ada in the room of the two; reading the inbox tells the hub what was delivered.
        while ((await ada.Api.GetAsync("api/notifications")).AsArray().Count == 0)
            await Task.Delay(50, patience.Token);
        return room;
    }

    private static async Task WaitForAsync(ChatUser user, string room, int messages)
    {
        using var patience = new CancellationTokenSource(Patience.ForAnything);
        while ((await user.MessagesAsync(room)).Count < messages)
            await Task.Delay(20, patience.Token);
    }

    private static async Task DeleteAsync(ApiUser user)
    {
        var response = await user.SendAsync(HttpMethod.Delete, "api/account", new { password = ApiUser.Password });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private async Task AssertRefusedAsync(ApiUser user)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await user.SendAsync(HttpMethod.Get, "api/workouts")).StatusCode);
        var refresh = await Client().PostAsJsonAsync("auth/refresh", new { refreshToken = user.RefreshToken });
        Assert.Equal(HttpStatusCode.Unauthorized, refresh.StatusCode);
        var again = await user.SendAsync(HttpMethod.Delete, "api/account", new { password = ApiUser.Password });
        Assert.Contains(again.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.Unauthorized });
    }

    private Task<HttpResponseMessage> LoginAsync(ApiUser user, string password = ApiUser.Password) =>
        Client().PostAsJsonAsync("auth/login", new { email = user.Email, password });

    /// <summary>The job is over, and what it told the entities has come to them.</summary>
    private async Task WaitUntilGoneAsync(ChatUser user)
    {
        using var patience = new CancellationTokenSource(Patience.ForAnything);
        IReadOnlyList<string> found;
        do
        {
            found = await FindAsync(user);
            if (patience.IsCancellationRequested)
                Assert.Fail(string.Join('\n', found));
            await Task.Delay(100);
        }
        while (found.Count > 0);
    }

    private Task<IReadOnlyList<string>> FindAsync(ChatUser user) => StorageScan.FindAsync(
        _azurite!.ConnectionString, user.Id, user.Api.Email, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.Api.Email))));

    /// <summary>The app's own tables and containers; the hub has its own test, that nothing is left.</summary>
    private async Task<IEnumerable<string>> PlacesAsync(ChatUser user) =>
        (await FindAsync(user)).Select(found => found.Split(':')[0].TrimEnd([.. "0123456789"])).Where(PersonalStorage.IsOurs).Distinct().Order();

    private Task<ChatUser> RegisterAsync(string name) => ChatUser.RegisterAsync(Client(), name);

    private HttpClient Client() => ApiFixture.Client(_host!.BaseAddress);

    private Task<FunctionHost> StartAsync() => ApiFixture.StartHostAsync(
        _azurite!.ConnectionString, services => services.AddSingleton<ILoggerProvider>(_ => new KeptLogProvider(_log)), runTimers: true, ("JWT_SECRET", _secret), ("Privacy:ErasureGraceMinutes", "0"));
}
