using FitServerless.Accounts.Lockout;
using FitServerless.Accounts.MagicLinks;
using FitServerless.Accounts.Profiles;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Accounts.Sessions;
using FitServerless.Administration.Switches;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Cleanup;
using FitServerless.Mail;
using FitServerless.Privacy;
using FitServerless.Quotas;
using FitServerless.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

public static class AccountRegistration
{
    /// <summary>The caller adds an <see cref="IPasswordHashes"/> and an <see cref="IMailer"/>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>()
            .BindConfiguration(AccountOptions.Section)
            .Configure<IConfiguration>(ReadSecrets)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddQuotas()
            .AddSwitches()
            .AddSingleton<IAccountStore, TableAccountStore>()
            .AddSingleton<IRefreshTokenStore, TableRefreshTokenStore>()
            .AddSingleton<IPeople, People>()
            .AddSingleton<SettingsSource>()
            .AddSingleton<IBackupSource>(provider => provider.GetRequiredService<SettingsSource>())
            .AddSingleton<IFolderRestore>(provider => provider.GetRequiredService<SettingsSource>())
            .AddSingleton<IExportSource, AccountExport>()
            .AddSingleton<IExportSource, SessionExport>()
            .AddSingleton<IExportSource, TryExport>()
            .AddExpiring<RefreshTokenExpiry>()
            .AddPersonalPartition("refreshTokens", tables => tables.RefreshTokens)
            .AddSingleton<AccountData>()
            .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<AccountData>())
            .AddSingleton<RefusedCallers>()
            .AddSingleton<ProfileService>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<RefreshTokens>()
            .AddSingleton<SignIns>()
            .AddSingleton<SignUps>()
            .AddSingleton<SourceKeys>()
            .AddSingleton<SourceFailures>()
            .AddSingleton<PasswordLogin>()
            .AddSingleton<PasswordProof>()
            .AddSingleton<PasswordService>()
            .AddSingleton<SessionService>()
            .AddSingleton<AdminAccess>()
            .AddSingleton<RoleService>()
            .AddSingleton<AccountService>()
            .AddLockout()
            .AddSecondFactors()
            .AddMagicLinks();
    }

    private static void ReadSecrets(AccountOptions options, IConfiguration configuration)
    {
        options.JwtSecret = configuration["JWT_SECRET"] ?? options.JwtSecret;
        options.JwtSecretPrevious = configuration["JWT_SECRET_PREVIOUS"] ?? options.JwtSecretPrevious;
    }

    private static IServiceCollection AddLockout(this IServiceCollection services) => services
        .AddSingleton<ITryStore, TableTryStore>()
        .AddSingleton(provider => new SignInTries(provider.GetRequiredService<ITryStore>(), provider.GetRequiredService<TimeProvider>()))
        .AddExpiring<TryExpiry>()
        .AddSingleton<IPersonalData, SignInData>();

    private static IServiceCollection AddSecondFactors(this IServiceCollection services) => services
        .AddSingleton<SecretSeals>()
        .AddSingleton<SecondFactorCheck>()
        .AddSingleton<SecondFactorService>();

    private static IServiceCollection AddMagicLinks(this IServiceCollection services) => services
        .AddSingleton<IMagicLinkStore, TableMagicLinkStore>()
        .AddSingleton<ICleanup>(provider =>
            new DayPartitions("magicLinks", provider.GetRequiredService<AppTables>().MagicLinks, () => LinkToken.KeptDays))
        .AddSingleton<AddressOwners>()
        .AddSingleton<LinkLetters>()
        .AddSingleton(provider => new MagicLinkService(
            provider.GetRequiredService<IMagicLinkStore>(),
            provider.GetRequiredService<AddressOwners>(),
            provider.GetRequiredService<SecondFactorCheck>(),
            provider.GetRequiredService<SignIns>(),
            provider.GetRequiredService<QuotaService>(),
            provider.GetRequiredService<SourceKeys>(),
            provider.GetRequiredService<IMailer>(),
            provider.GetRequiredService<LinkLetters>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<IOptions<AccountOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
}
