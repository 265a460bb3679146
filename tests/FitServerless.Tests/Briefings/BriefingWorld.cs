using System.Globalization;
using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Analytics;
using FitServerless.Briefings;
using FitServerless.Cleanup;
using FitServerless.Coach;
using FitServerless.Coach.Model;
using FitServerless.Grants;
using FitServerless.Live;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Privacy;
using FitServerless.Research;
using FitServerless.Schedules;
using FitServerless.Sync;
using FitServerless.Tests.Coach;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Briefings;

/// <summary>One person in New York, and the features that a briefing needs, on Azurite.</summary>
internal sealed class BriefingWorld
{
    /// <summary>A Monday, the first of its month.</summary>
    public static readonly DateOnly Today = new(2026, 6, 1);

    private readonly IServiceProvider _services;

    public BriefingWorld(StorageFixture storage, CountingPolicy? counter = null)
    {
        Counter = counter ?? new CountingPolicy();
        _services = storage.Provide(
            [("JWT_SECRET", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")],
            services => services
                .AddLogging().AddSync().AddLive().AddNotifications().AddAccounts().AddGrants().AddPrivacy().AddCleanup().AddWorkouts().AddCoach()
                .AddAnalytics().AddResearch().AddBriefings()
                .AddSingleton<TimeProvider>(Clock).AddSingleton<IMailer>(Mailer).AddSingleton<ILanguageModel>(Model),
            Counter);
    }

    public string UserId { get; } = Guid.NewGuid().ToString();

    public CountingPolicy Counter { get; }

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 11, 0, 0, TimeSpan.Zero));

    public RecordingMailer Mailer { get; } = new();

    /// <summary>None, unless a test names it.</summary>
    public ScriptedModel Model { get; } = new() { ChatName = null };

    public BriefingService Briefings => Get<BriefingService>();

    public NotificationInbox Inbox => Get<NotificationInbox>();

    public IPersonalData Data => _services.GetServices<IPersonalData>().Single(data => data.Name == "briefings");

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task SignUpAsync(string personality = "supportive", bool email = false, string tier = Tiers.Free, string? name = "Ada", bool analytics = true) =>
        Assert.True(await Get<IAccountStore>().TryAddAsync(
            new Account
            {
                Id = UserId,
                Email = $"{UserId}@example.com",
                Name = name,
                TimeZone = "America/New_York",
                Tier = tier,
                PasswordHash = "x",
                Settings = JsonSerializer.Serialize(new { personality, briefings = new { email }, privacy = new { analytics } }),
            },
            default));

    public Task PutAsync(string collection, string id, string json) =>
        Get<DocumentService>().PutAsync(UserId, new DocumentKey(collection, id), JsonElement.Parse(json), null, default);

    public async Task TrainAsync(string localStart, string sport, int minutes, double load, double distance = 0)
    {
        var edit = JsonSerializer.Deserialize(
            FormattableString.Invariant($$"""
                {"startedAt":"{{localStart}}:00-04:00","sportType":"{{sport}}","durationSeconds":{{minutes * 60}},
                 "summary":{"load":{{load}},"distance":{{distance}}} }
                """),
            WorkoutJson.Default.WorkoutEdit)!;
        await Get<WorkoutService>().CreateAsync(UserId, edit, null, default);
    }

    /// <summary>Events at one time, as clients have sent them.</summary>
    public Task UseAsync(string localTime, string type, int count = 1)
    {
        var at = DateTimeOffset.Parse($"{localTime}:00-04:00", CultureInfo.InvariantCulture).ToUniversalTime();
        var events = Enumerable.Range(0, count).Select(one => new RecordedEvent($"{at.Ticks}-{one}", type, at, null, null, null));
        return Get<IEventStore>().WriteAsync(UserId, [.. events], default);
    }

    public Task RunAsync(OccasionKind kind, DateOnly? day = null) => Job(kind).RunAsync(Occasion(kind, day ?? Today), default);

    /// <summary>Runs the job, and reads what it has kept.</summary>
    public async Task<Briefing> TellAsync(OccasionKind kind, DateOnly? day = null)
    {
        await RunAsync(kind, day);
        return (await Briefings.FindAsync(UserId, BriefingKinds.NameOf(kind), day ?? Today, default))!;
    }

    public IOccasionJob Job(OccasionKind kind) => _services.GetServices<IOccasionJob>().Single(job => job.Kind == kind);

    public Occasion Occasion(OccasionKind kind, DateOnly day) =>
        new(kind, UserId, day, DateTimeOffset.Parse($"{day:yyyy-MM-dd}T11:00:00Z", CultureInfo.InvariantCulture));

    /// <summary>Two months of training, sleep, food and plans.</summary>
    public async Task LiveAsync()
    {
        for (var day = new DateOnly(2026, 4, 7); day < new DateOnly(2026, 5, 31); day = day.AddDays(1))
        {
            var date = day.ToString("O", CultureInfo.InvariantCulture);
            if (day.DayOfWeek == DayOfWeek.Tuesday)
                await TrainAsync($"{date}T18:00", "Running", 40, 45, 7000);
            else if (day.DayOfWeek == DayOfWeek.Saturday)
                await TrainAsync($"{date}T09:00", "Biking", 90 + day.Day, 80, 40_000 + (100 * day.Day));
        }

        await TrainAsync("2026-05-31T21:30", "Running", 30, 30, 5000);
        for (var day = new DateOnly(2026, 5, 18); day <= Today; day = day.AddDays(1))
            await PutAsync("fitnessData", $"night-{day:yyyyMMdd}", $$"""{"type":"sleep","timestamp":"{{day:yyyy-MM-dd}}T10:30:00Z","data":{"minutes":{{(day == Today ? 390 : 440)}},"score":81} }""");
        await PutAsync("nutritionGoals", "goal", """{"calories":2200,"protein":120}""");
        await PutAsync("foodEntries", "oats", """{"name":"Oats","timestamp":"2026-06-01T12:00:00Z","calories":600,"protein":25}""");
        await PutAsync("foodEntries", "curry", """{"name":"Curry","timestamp":"2026-06-02T00:30:00Z","calories":1100,"protein":60}""");
        await PutAsync("foodEntries", "yesterday", """{"name":"Late","timestamp":"2026-06-01T03:30:00Z","calories":999,"protein":9}""");
        await PutAsync("plans", "plan", """
            {"title":"Spring","status":"active","schedule":[
            {"weekday":"monday","title":"Intervals <b>hard</b>","sport":"Running","minutes":45,"at":"18:00","priority":1},
            {"weekday":1,"title":"Core","minutes":15},{"weekday":"tuesday","title":"Easy run","minutes":30}]}
            """);
        await PutAsync("plans", "old", """{"title":"Winter","status":"archived","schedule":[{"weekday":"monday","title":"Skiing"}]}""");
        await PutAsync("sessions", "physio", """{"title":"Mobility","start":"2026-06-01T12:30:00Z","duration_minutes":20,"priority":2,"status":"planned"}""");
    }
}
