using Azure.Core.Pipeline;
using FitServerless.Accounts;
using FitServerless.Cleanup;
using FitServerless.Grants;
using FitServerless.Mail;
using FitServerless.Privacy;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Accounts;

/// <summary>The account services as one process has them, on Azurite, with a clock and a mailbox to look at.</summary>
internal sealed class AccountServices
{
    private readonly IServiceProvider _services;

    public AccountServices(StorageFixture storage, params HttpPipelinePolicy[] policies)
        : this(storage, new FakeClock(), new KeptLetters(), policies)
    {
    }

    private AccountServices(StorageFixture storage, FakeClock clock, KeptLetters letters, HttpPipelinePolicy[] policies)
    {
        (Clock, Letters) = (clock, letters);
        _services = storage.Provide(
            [("JWT_SECRET", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")],
            services => services
                .AddSingleton<TimeProvider>(Clock)
                .AddLogging()
                .AddAccounts()
                .AddGrants()
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
        new(storage, other.Clock, other.Letters, policies);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<SignIn> RegisterAsync(string? email = null, Device? device = null)
    {
        var registration = new Registration { Email = email ?? NewEmail(), Password = "correct horse" };
        var outcome = await Get<AccountService>().RegisterAsync(registration, device ?? Phone, default);
        return Assert.IsType<RegisterOutcome.Registered>(outcome).SignIn;
    }

    public Task<LoginOutcome> LoginAsync(string email, string password, Device? device = null, string? code = null) => Get<AccountService>()
        .LoginAsync(new Credentials { Email = email, Password = password, Code = code }, device ?? Phone, default);

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
