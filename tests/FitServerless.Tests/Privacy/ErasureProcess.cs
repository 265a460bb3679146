using System.Text.Json;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FitServerless.Accounts;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Analytics;
using FitServerless.Backups;
using FitServerless.Briefings;
using FitServerless.Chat;
using FitServerless.Chat.Operations;
using FitServerless.Cleanup;
using FitServerless.Coach;
using FitServerless.Files;
using FitServerless.Grants;
using FitServerless.Live;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Privacy;
using FitServerless.Schedules;
using FitServerless.Sharing;
using FitServerless.Stats;
using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;
using FitServerless.Workouts;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Privacy;

/// <summary>Erasures as one process of the app does them, without the durable engine.</summary>
internal sealed class ErasureProcess(StorageFixture storage, params HttpPipelinePolicy[] policies)
{
    private const string Password = "correct horse";

    private readonly IServiceProvider _services = storage.Provide(
        [("JWT_SECRET", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), ("ENCRYPTION_KEY", ""), ("Coach:RequestDays", "1")],
        services => services
            .AddLogging()
            .AddAccounts().AddGrants().AddPrivacy().AddCleanup().AddMail().AddLive().AddNotifications()
            .AddSync().AddWorkouts().AddChat().AddCoach().AddBackups().AddFiles().AddAnalytics()
            .AddSchedules().AddBriefings().AddStats().AddSharing()
            .AddSingleton<IMailer, KeptLetters>()
            .AddSingleton<IPasswordHashes, CountingHashes>(),
        policies);

    private AppTables Tables => Get<AppTables>();

    /// <summary>Somebody who has used everything.</summary>
    public static async Task<Person> FillAsync(StorageFixture storage)
    {
        var process = new ErasureProcess(storage);
        var (ada, bo) = (await process.RegisterAsync("Ada"), await process.RegisterAsync("Bo"));
        await process.FillAccountAsync(ada, bo);
        await process.FillSharesAsync(ada, bo);
        await process.FillRoomsAsync(ada, bo);
        await process.FillRestAsync(ada);
        await process.FillEventsAsync(ada, bo);
        return ada;
    }

    /// <summary>Asks for the erasure, and does one pass.</summary>
    public async Task RunAsync(Person person)
    {
        if (await Get<AccountErasure>().RequestAsync(person.Caller, Password, null, default) is ErasureOutcome.Accepted { JobId: var jobId })
            await PassAsync(jobId);
    }

    /// <summary>Goes on with what another process has stored. False when there is nothing.</summary>
    public async Task<bool> ResumeAsync()
    {
        var jobs = await Get<ErasureJobs>().ListAsync(default);
        foreach (var jobId in jobs)
            await PassAsync(jobId);
        return jobs.Count > 0;
    }

    private async Task PassAsync(string jobId)
    {
        var erasure = Get<AccountErasure>();
        foreach (var store in erasure.Stores)
            await erasure.EraseAsync(jobId, store, default);
        await erasure.EraseAccountAsync(jobId, default);
        await Get<ErasureJobs>().EndAsync(jobId, default);
    }

    private async Task<Person> RegisterAsync(string name)
    {
        var registration = new Registration { Email = AccountServices.NewEmail(), Password = Password, Name = name };
        var registered = Assert.IsType<RegisterOutcome.Registered>(
            await Get<AccountService>().RegisterAsync(registration, SampleAccounts.PhoneAt(SampleAccounts.NewAddress()), default));
        return new Person(registered.SignIn.Account.Id, registration.Email);
    }

    private async Task FillAccountAsync(Person ada, Person bo)
    {
        await Get<AccountService>().LoginAsync(new Credentials { Email = ada.Email, Password = "wrong" }, SampleAccounts.PhoneAt(SampleAccounts.NewAddress()), default);
        await Get<AccountErasure>().RequestAsync(ada.Caller, "wrong", null, default);
        var place = LinkToken.New(DateTimeOffset.UtcNow).Place;
        await Get<IMagicLinkStore>().AddAsync(new MagicLink { Place = place, Email = ada.Email, ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(15) }, default);
        await Get<Outbox>().SendAsync(new Letter($"link-{place.Hash}", ada.Email, "Sign in", "Here"), default);
        foreach (var grant in new[] { (bo.Id, ada.Id), (bo.Id, EmailAddress.Key(ada.Email)), (ada.Id, bo.Id) })
            await Get<IGrantStore>().PutAsync(new Grant { ClientId = grant.Item1, TrainerKey = grant.Item2, Scopes = ["read"] }, default);
    }

    private async Task FillSharesAsync(Person ada, Person bo)
    {
        foreach (var (owner, receiver) in new[] { (bo.Id, ada.Id), (bo.Id, EmailAddress.Key(ada.Email)), (ada.Id, bo.Id) })
            await Get<IShareStore>().PutAsync(new Share { OwnerId = owner, ReceiverKey = receiver, Item = new DocumentKey("plans", "p") }, default);
    }

    private async Task FillRoomsAsync(Person ada, Person bo)
    {
        foreach (var request in new[] { new RoomRequest(bo.Id, ada.Id, null), new RoomRequest(null, null, [ada.Id, bo.Id]) })
        {
            var room = Assert.IsType<RoomCreation.Created>(await Get<RoomService>().CreateAsync(ada.Id, request, null, default)).Room;
            var post = new PostMessage(ada.Id, "Ada", "m", "Hello @Bo");
            var done = Assert.IsType<RoomOutcome.Done>(await Get<RoomOperations>().RunAsync(room.Id, null, post, default));
            foreach (var (userId, notification) in done.Notices)
                await Get<NotificationInbox>().AddAsync(userId, notification, default);
        }
    }

    private async Task FillRestAsync(Person ada)
    {
        await Told.AddAsync(_services, ada.Id);
        using var goal = JsonDocument.Parse("""{"title":"Run"}""");
        await Get<DocumentService>().PutAsync(ada.Id, new DocumentKey("goals", "g"), goal.RootElement, null, default);
        await Get<NotificationInbox>().AddAsync(ada.Id, new NewNotification("n", NotificationKind.System, "Title", "Body"), default);
        foreach (var folder in new[] { "files", "daily", "originals" })
            await Get<UserBlobs>().WriteAsync($"{ada.Id}/{folder}/one", "content"u8.ToArray(), "text/plain", default);
        foreach (var table in new[] { Tables.Quotas, Tables.Conversations, Tables.Files })
            await table.AddEntityAsync(new TableEntity(ada.Id, "row"));
        foreach (var table in new[] { Tables.AiAnswers, Tables.AiRequests })
            await table.AddEntityAsync(new TableEntity(DateTime.UtcNow.ToString("yyyyMMdd"), $"{ada.Id}|row"));
    }

    private async Task FillEventsAsync(Person ada, Person bo)
    {
        foreach (var (client, trainer) in new[] { (ada, bo), (bo, ada) })
            await Get<IEventStore>().WriteAsync(client.Id, [new RecordedEvent("e", "ride", DateTimeOffset.UtcNow, trainer.Id, 1, null)], default);
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
