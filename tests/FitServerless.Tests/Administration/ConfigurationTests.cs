using FitServerless.Accounts;
using FitServerless.Administration;
using FitServerless.Administration.Switches;
using FitServerless.Privacy;
using FitServerless.Tests.Accounts;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Administration;

/// <summary>On a storage of its own: the switches are one row, which no test takes over from the one before.</summary>
public sealed class ConfigurationTests(StorageFixture storage) : IClassFixture<StorageFixture>, IAsyncLifetime
{
    private const string Boss = "boss@example.com";
    private const string Secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly AccountServices _accounts =
        new(storage, ("Accounts:Admins", Boss), ("Accounts:LinkMinutes", "7"), ("Accounts:LinksPerAddressAndHour", "1000"));

    public async Task InitializeAsync() => await SetAsync(await AdminAsync(), new SwitchValues());

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Settings_are_shown_as_they_are_in_force_and_of_secrets_only_whether_they_are_set()
    {
        var found = Found(await _accounts.Get<ConfigurationService>().ReadAsync(await AdminAsync(), default));

        Assert.Equal(("7", "15", "True"), (
            found.Settings["Accounts:LinkMinutes"], found.Settings["Accounts:AccessTokenMinutes"], found.Settings["Accounts:OpenRegistration"]));
        Assert.Equal(("set", "not set"), (found.Secrets["JWT_SECRET"], found.Secrets["JWT_SECRET_PREVIOUS"]));
        Assert.Equal(
            [
                "ENCRYPTION_KEY", "ENCRYPTION_KEY_PREVIOUS", "JWT_SECRET", "JWT_SECRET_PREVIOUS", "OpenAI:ApiKey", "Research:ApiKey", "SMTP_PASSWORD",
                "WebPubSub:ConnectionString",
            ],
            found.Secrets.Keys);
        Assert.DoesNotContain(found.Settings.Values.Concat(found.Secrets.Values), value => value.Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(found.Settings.Keys, name => new[] { "Secret", "Password", "ApiKey", "ConnectionString" }.Any(name.EndsWith));
    }

    [Fact]
    public async Task A_switch_is_in_force_here_at_once_and_in_another_process_within_half_a_minute()
    {
        var (admin, other) = (await AdminAsync(), AccountServices.Beside(_accounts, storage));
        await SetAsync(admin, new SwitchValues());
        Assert.IsType<RegisterOutcome.Registered>(await other.TryRegisterAsync(AccountServices.NewEmail()));

        await SetAsync(admin, new SwitchValues { OpenRegistration = false });

        Assert.IsType<RegisterOutcome.LinkSent>(await _accounts.TryRegisterAsync(AccountServices.NewEmail()));
        Assert.IsType<RegisterOutcome.Registered>(await other.TryRegisterAsync(AccountServices.NewEmail()));
        _accounts.Clock.Now = _accounts.Clock.Now.AddSeconds(30);
        Assert.IsType<RegisterOutcome.LinkSent>(await other.TryRegisterAsync(AccountServices.NewEmail()));
    }

    [Fact]
    public async Task Who_has_read_an_old_version_changes_nothing()
    {
        var admin = await AdminAsync();
        var first = await SetAsync(admin, new SwitchValues { TrackUserBehavior = false });
        await SetAsync(admin, new SwitchValues { TrackUserBehavior = true });

        var late = await _accounts.Get<ConfigurationService>().ChangeAsync(admin, new SwitchValues(), first.Version, default);

        Assert.Equal(new SwitchValues { TrackUserBehavior = true }, Assert.IsType<ConfigurationOutcome.Changed>(late).Current.Switches);
    }

    [Fact]
    public async Task Of_admins_that_write_at_once_on_the_same_version_one_does()
    {
        var admin = await AdminAsync();
        var version = (await SetAsync(admin, new SwitchValues { TrackPerformanceMetrics = true })).Version;

        var outcomes = await Task.WhenAll(new[] { true, false }.Select(open => _accounts.Get<ConfigurationService>().ChangeAsync(
            admin, new SwitchValues { OpenRegistration = open }, version, default)));

        Assert.Single(outcomes, outcome => outcome is ConfigurationOutcome.Found);
        Assert.Single(outcomes, outcome => outcome is ConfigurationOutcome.Changed);
    }

    [Fact]
    public async Task The_trail_has_the_old_value_and_the_new_one()
    {
        var admin = await AdminAsync();
        await SetAsync(admin, new SwitchValues());
        await SetAsync(admin, new SwitchValues { OpenRegistration = false });
        await SetAsync(admin, new SwitchValues { OpenRegistration = true, TrackUserBehavior = false });

        var trail = (await _accounts.Get<AuditLog>().ListAsync(admin.Id, null, 1000, default)).Entries.Select(entry => entry.Details).ToList();

        Assert.Contains("configuration: openRegistration unset to off", trail);
        Assert.Contains("configuration: openRegistration off to on, trackUserBehavior unset to off", trail);
    }

    [Fact]
    public async Task Only_admins_see_and_switch()
    {
        var pretender = _accounts.CallerOf(await _accounts.RegisterAsync()) with { Roles = [Roles.Admin] };
        var configuration = _accounts.Get<ConfigurationService>();

        Assert.IsType<ConfigurationOutcome.NotAllowed>(await configuration.ReadAsync(pretender, default));
        Assert.IsType<ConfigurationOutcome.NotAllowed>(await configuration.ChangeAsync(pretender, new SwitchValues(), null, default));
    }

    private async Task<Caller> AdminAsync() => _accounts.CallerOf(await _accounts.SignInByLinkAsync(Boss));

    private async Task<SystemConfiguration> SetAsync(Caller admin, SwitchValues switches) =>
        Found(await _accounts.Get<ConfigurationService>().ChangeAsync(admin, switches, null, default));

    private static SystemConfiguration Found(ConfigurationOutcome outcome) => Assert.IsType<ConfigurationOutcome.Found>(outcome).Configuration;
}
