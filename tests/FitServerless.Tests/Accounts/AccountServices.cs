using Azure.Core.Pipeline;
using FitServerless.Accounts;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Administration;
using FitServerless.Cleanup;
using FitServerless.Grants;
using FitServerless.Live;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Privacy;
using FitServerless.Sharing;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Accounts;

/// <summary>The account services as one process has them, on Azurite, with a clock and a mailbox to look at.</summary>
internal sealed class AccountServices
{
    private readonly IServiceProvider _services;
    private readonly (string Name, string Value)[] _settings;

    public AccountServices(StorageFixture storage, params (string Name, string Value)[] settings)
        : this(storage, new FakeClock(), new KeptLetters(), settings, [])
    {
    }

    private AccountServices(
        StorageFixture storage, FakeClock clock, KeptLetters letters, (string Name, string Value)[] settings, HttpPipelinePolicy[] policies)
    {
        (Clock, Letters, _settings) = (clock, letters, settings);
        _services = storage.Provide(
            [("JWT_SECRET", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), .. settings],
            services => services
                .AddSingleton<TimeProvider>(Clock)
                .AddLogging()
                .AddAccounts()
                .AddAdministration()
                .AddGrants()
                .AddSync()
                .AddLive()
                .AddNotifications()
                .AddSharing()
                .AddPrivacy()
                .AddCleanup()
                .AddSingleton<IMailer>(Letters)
                .AddSingleton<IPasswordHashes>(Hashes),
            policies);
    }

    public FakeClock Clock { get; }

    /// <summary>A network source of these services' own: the storage is shared, and with it the counts by source.</summary>
    public Device Phone { get; } = SampleAccounts.PhoneAt(SampleAccounts.NewAddress());

    public KeptLetters Letters { get; }

    public CountingHashes Hashes { get; } = new();

    /// <summary>Another process on the same storage, with the same clock.</summary>
    public static AccountServices Beside(AccountServices other, StorageFixture storage, params HttpPipelinePolicy[] policies) =>
        new(storage, other.Clock, other.Letters, other._settings, policies);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<SignIn> RegisterAsync(string? email = null, Device? device = null) =>
        Assert.IsType<RegisterOutcome.Registered>(await TryRegisterAsync(email ?? NewEmail(), device)).SignIn;

    public Task<RegisterOutcome> TryRegisterAsync(string email, Device? device = null) =>
        Get<AccountService>().RegisterAsync(new Registration { Email = email, Password = "correct horse" }, device ?? Phone, default);

    public async Task<SignIn> SignInByLinkAsync(string email)
    {
        var links = Get<MagicLinkService>();
        await links.RequestAsync(email, Phone, default);
        return Assert.IsType<VerifyOutcome.SignedIn>(await links.VerifyAsync(Letters.TokenTo(email), null, Phone, default)).SignIn;
    }

    public Task<LoginOutcome> LoginAsync(string email, string password, Device? device = null, string? code = null) => Get<AccountService>()
        .LoginAsync(new Credentials { Email = email, Password = password, Code = code }, device ?? Phone, default);

    /// <summary><c>null</c> when it was refused.</summary>
    public async Task<SignIn?> RefreshAsync(string refreshToken) =>
        await Get<AccountService>().RefreshAsync(refreshToken, default) is RefreshOutcome.Refreshed { SignIn: var signIn } ? signIn : null;

    /// <summary>As a deletion does it, store by store and the account last.</summary>
    public async Task EraseAsync(Caller caller, string? password = null)
    {
        var erasure = Get<AccountErasure>();
        var outcome = await erasure.RequestAsync(caller, password, null, default);
        var jobId = Assert.IsType<ErasureOutcome.Accepted>(outcome).JobId;
        foreach (var store in erasure.Stores)
            await erasure.EraseAsync(jobId, store, default);
        await erasure.EraseAccountAsync(jobId, default);
    }

    /// <summary>Who an access token says it is.</summary>
    public Caller CallerOf(SignIn signIn)
    {
        Assert.True(Get<AccessTokens>().TryRead(signIn.Access.Token, out var caller));
        return caller;
    }

    public static string NewEmail() => $"{Guid.NewGuid():N}@example.com";
}
