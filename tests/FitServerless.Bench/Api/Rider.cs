using System.Net;
using System.Text.Json;

namespace FitServerless.Bench.Api;

/// <summary>A registered person's device: the requests that it makes.</summary>
internal sealed class Rider(string id, string token)
{
    public string Id => id;

    public string Token => token;

    /// <summary>Up to where this device has synced.</summary>
    public string? Cursor { get; private set; }

    public static async Task<Rider> RegisterAsync(ApiClient api, CancellationToken cancellationToken)
    {
        Rider? rider = null;
        var person = new { email = $"{Guid.NewGuid():N}@bench.example", password = "correct horse battery" };
        await api.SendAsync(
            new(HttpMethod.Post, "auth/register", null, Json(person), HttpStatusCode.Created) { Then = answer => rider = Registered(answer) },
            cancellationToken);
        return rider!;
    }

    public static async Task<IReadOnlyList<Rider>> RegisterAsync(ApiClient api, int count, CancellationToken cancellationToken)
    {
        var riders = new List<Rider>(count);
        while (riders.Count < count)
            riders.Add(await RegisterAsync(api, cancellationToken));
        return riders;
    }

    /// <summary>Sends changes and moves the cursor past them.</summary>
    public Exchange Push(IEnumerable<object> changes) => Sync(Cursor, changes) with { Then = answer => Cursor = Text(answer, "syncedAt") };

    public Exchange PullNew() => Sync(Cursor, []);

    /// <summary>As a new device does.</summary>
    public Exchange PullAll() => Pull(null);

    public Exchange Pull(string? cursor) => Sync(cursor, []);

    public Exchange Upload(object workout, Action<string>? id = null) =>
        new(HttpMethod.Post, "api/workouts", Token, Json(workout), HttpStatusCode.Created)
        {
            Then = id is null ? null : answer => id(Text(answer, "id")),
        };

    public Exchange Import(byte[] file) => new(HttpMethod.Post, "api/workouts/import", Token, file);

    public Exchange Stats() => new(HttpMethod.Get, "api/stats", Token);

    public Exchange Replace(string workoutId, object workout) => new(HttpMethod.Put, $"api/workouts/{workoutId}", Token, Json(workout));

    public Exchange Read(string workoutId) => new(HttpMethod.Get, $"api/workouts/{workoutId}", Token);

    public Exchange List() => new(HttpMethod.Get, "api/workouts?limit=100", Token);

    /// <summary>Refused before storage is asked: no id may hold an apostrophe.</summary>
    public Exchange ReadImpossible() => Read("'") with { Expect = HttpStatusCode.NotFound };

    private Exchange Sync(string? since, IEnumerable<object> changes) =>
        new(HttpMethod.Post, "api/workouts/sync", Token, Json(new { lastSyncAt = since, changes, limit = 1000 }));

    private static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value);

    private static Rider Registered(byte[] answer)
    {
        using var json = JsonDocument.Parse(answer);
        return new(json.RootElement.GetProperty("user").GetProperty("id").GetString()!, json.RootElement.GetProperty("token").GetString()!);
    }

    private static string Text(byte[] answer, string member)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty(member).GetString()!;
    }
}
