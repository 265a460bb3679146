using Azure.Core.Pipeline;
using FitServerless.Accounts;
using FitServerless.Analytics;
using FitServerless.Cleanup;
using FitServerless.Grants;
using FitServerless.Mail;
using FitServerless.Privacy;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Analytics;

/// <summary>Events as one process of the app takes them, on Azurite, with people who are there without having registered.</summary>
internal sealed class EventWorld
{
    private readonly IServiceProvider _services;

    public EventWorld(StorageFixture storage, params HttpPipelinePolicy[] policies)
        : this(storage, [], policies)
    {
    }

    public EventWorld(StorageFixture storage, (string Name, string Value) setting)
        : this(storage, [setting], [])
    {
    }

    private EventWorld(StorageFixture storage, (string Name, string Value)[] settings, HttpPipelinePolicy[] policies) => _services = storage.Provide(
        [("JWT_SECRET", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), .. settings],
        services => services
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddAccounts().AddGrants().AddPrivacy().AddCleanup().AddAnalytics()
            .AddSingleton<IMailer, KeptLetters>()
            .AddSingleton<IPasswordHashes, CountingHashes>(),
        policies);

    public FakeClock Clock { get; } = new();

    public IEventStore Store => Get<IEventStore>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <param name="settings">As they are stored.</param>
    public async Task<Caller> AddPersonAsync(string? settings = null)
    {
        var account = SampleAccounts.New() with { Settings = settings };
        Assert.True(await Get<IAccountStore>().TryAddAsync(account, default));
        return new Caller(account.Id, account.Email, [Roles.User]);
    }

    /// <summary>With a session.</summary>
    public async Task<Caller> AddAdminAsync()
    {
        var registration = new Registration { Email = AccountServices.NewEmail(), Password = "correct horse" };
        var outcome = await Get<AccountService>().RegisterAsync(registration, SampleAccounts.PhoneAt(SampleAccounts.NewAddress()), default);
        var signIn = Assert.IsType<RegisterOutcome.Registered>(outcome).SignIn;
        await Get<IAccountStore>().ChangeAsync(signIn.Account.Id, account => account with { Roles = [Roles.User, Roles.Admin] }, default);
        Assert.True(Get<AccessTokens>().TryRead(signIn.Access.Token, out var caller));
        return caller;
    }

    public Task<EventOutcome> RecordAsync(Caller caller, params EventInput[] events) =>
        Get<EventService>().RecordAsync(caller.Id, new EventBatch(events), default);

    /// <summary>An event at the clock's time.</summary>
    public EventInput One(string id, string type = "ride", double? value = null, string? trainerId = null) =>
        new() { Id = id, Type = type, At = Clock.Now, Value = value, TrainerId = trainerId };

    /// <summary>A fortnight around the clock's time.</summary>
    public EventFilter Around(string? type = null) => new(Clock.Now.AddDays(-10), Clock.Now.AddDays(4), type);

    public async Task<EventTally> CountAsync(Caller caller, string? type = null) =>
        Found(await Get<EventSummaries>().OfClientAsync(caller.Id, Around(type), default)).Total;

    public static EventSummary Found(EventSummaryOutcome outcome) => Assert.IsType<EventSummaryOutcome.Found>(outcome).Summary;
}
