using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FitServerless.Local.Host;
using FitServerless.Notifications;
using FitServerless.Schedules;
using FitServerless.Tests.Api;
using FitServerless.Tests.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Access;

/// <summary>Makes the real things of <see cref="AccessWorld"/>'s owner that the paths of the rules name; a new one each time.</summary>
internal sealed class OwnersThings(HttpClient http, FunctionHost host, AccessWorld world)
{
    private int _count;

    private ApiUser Owner => world.Owner;

    private ApiUser Reader => world[Actor.Reader];

    /// <returns>What stands in the path for it.</returns>
    public Task<string> MakeAsync(string thing)
    {
        var n = Interlocked.Increment(ref _count);
        return thing switch
        {
            "owner" => Task.FromResult(Owner.Id),
            "workout" => MakeWorkoutAsync(n),
            "edited" => MakeEditedAsync(n),
            "imported" => MakeImportedAsync(),
            "document" => MakeDocumentAsync("api/documents/goals", n),
            "plan" or "card" => MakeDocumentAsync($"api/{thing}s", n),
            "file" => MakeFileAsync(),
            "link" => MakeLinkAsync(),
            "backup" => MakeBackupAsync(n),
            "snapshot" => IdOfAsync(Owner.ReadAsync(HttpMethod.Post, "api/backups", null, HttpStatusCode.Created)),
            "upload" => MakeUploadAsync(n),
            "conversation" => IdOfAsync(Owner.ReadAsync(HttpMethod.Post, "api/coach/conversations", new { }, HttpStatusCode.Created)),
            "room" => MakeRoomAsync(Reader.Id),
            "solo" => MakeSoloAsync(),
            "notification" => MakeNotificationAsync(n),
            "briefing" => MakeBriefingAsync(),
            "session" => MakeSessionAsync(),
            "grant" => MakeGrantAsync(),
            "client" => MakeClientAsync(),
            "share" => MakeShareAsync("workout", MakeWorkoutAsync(n), Reader, "read"),
            "editable" => MakeShareAsync("plan", MakeDocumentAsync("api/plans", n), world[Actor.Writer], "edit"),
            _ => throw new InvalidOperationException($"Nobody makes a {thing} here."),
        };
    }

    private Task<string> MakeWorkoutAsync(int n) => Owner.CreateWorkoutAsync(SampleWorkouts.Ride($"seed-{n}", title: AccessWorld.Secret));

    private async Task<string> MakeEditedAsync(int n)
    {
        var workout = await MakeWorkoutAsync(n);
        await Owner.ReadAsync(HttpMethod.Put, $"api/workouts/{workout}", new { startedAt = "2026-11-20T06:30:00Z", title = "Edited" });
        return workout;
    }

    private async Task<string> MakeImportedAsync()
    {
        var imported = await Owner.ReadAsync(HttpMethod.Post, "api/workouts/import?name=a.gpx", AccessWorld.File("ride"));
        return (string)imported["results"]![0]!["id"]!;
    }

    /// <summary>With a version before the one that stands.</summary>
    private async Task<string> MakeDocumentAsync(string path, int n)
    {
        foreach (var title in (string[])[AccessWorld.Secret, $"{AccessWorld.Secret} too"])
            await Owner.ReadAsync(HttpMethod.Put, $"{path}/thing-{n}", new { title, question = title, answer = "4" });
        return $"thing-{n}";
    }

    private Task<string> MakeFileAsync() =>
        IdOfAsync(Owner.ReadAsync(HttpMethod.Post, $"api/files?name={AccessWorld.Secret}.txt", AccessWorld.File("text"), HttpStatusCode.Created));

    private async Task<string> MakeLinkAsync()
    {
        var link = await Owner.ReadAsync(HttpMethod.Post, $"api/files/{await MakeFileAsync()}/link");
        return ((string)link["url"]!).TrimStart('/');
    }

    private Task<string> MakeBackupAsync(int n) =>
        IdOfAsync(Owner.ReadAsync(HttpMethod.Put, $"api/backups/backup-{n}", AccessWorld.File("gzip"), HttpStatusCode.Created));

    private async Task<string> MakeUploadAsync(int n)
    {
        var started = await Owner.SendAsync(HttpMethod.Put, $"api/backups/part-{n}", new ByteArrayContent([]), ("Upload-Complete", "?0"));
        return started.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private async Task<string> MakeSoloAsync() => await MakeRoomAsync((await ApiUser.RegisterAsync(http)).Id);

    private async Task<string> MakeRoomAsync(string member) =>
        (string)(await Owner.ReadAsync(HttpMethod.Post, "chat/rooms", new { members = (string[])[member] }, HttpStatusCode.Created))["roomId"]!;

    private async Task<string> MakeNotificationAsync(int n)
    {
        await host.Services.GetRequiredService<NotificationInbox>().AddAsync(Owner.Id, Inbox.Mention($"n{n}", AccessWorld.Secret), default);
        return $"n{n}";
    }

    private async Task<string> MakeBriefingAsync()
    {
        var (now, kind) = (DateTimeOffset.UtcNow, OccasionKind.DailyBriefing);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await host.Services.GetServices<IOccasionJob>().Single(job => job.Kind == kind).RunAsync(new Occasion(kind, Owner.Id, today, now), default);
        return $"daily/{today:yyyy-MM-dd}";
    }

    private async Task<string> MakeSessionAsync()
    {
        await http.PostAsJsonAsync("auth/login", new { email = Owner.Email, password = ApiUser.Password });
        return (string)(await Owner.GetAsync("auth/sessions")).AsArray().First(session => !(bool)session!["current"]!)!["id"]!;
    }

    private async Task<string> MakeGrantAsync() => (string)(await AccessWorld.GrantAsync(Owner, await ApiUser.RegisterAsync(http), "read"))["id"]!;

    private async Task<string> MakeClientAsync()
    {
        var client = await ApiUser.RegisterAsync(http);
        await AccessWorld.GrantAsync(client, Reader, "read");
        return client.Id;
    }

    private async Task<string> MakeShareAsync(string kind, Task<string> item, ApiUser receiver, string permission) => await IdOfAsync(Owner.ReadAsync(
        HttpMethod.Post, "api/shares", new { kind, itemId = await item, withUserId = receiver.Id, permission }, HttpStatusCode.Created));

    private static async Task<string> IdOfAsync(Task<JsonNode> made) => (string)(await made)["id"]!;
}
