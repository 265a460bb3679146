using FitServerless.Accounts.Profiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Accounts;

public static class AccountRegistration
{
    /// <summary>The caller adds an <see cref="IPasswordHashes"/>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<AccountOptions>()
            .BindConfiguration(AccountOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.JwtSecret = configuration["JWT_SECRET"] ?? options.JwtSecret)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<IAccountStore, TableAccountStore>()
            .AddSingleton<IRefreshTokenStore, TableRefreshTokenStore>()
            .AddSingleton<IPeople, People>()
            .AddSingleton<ProfileService>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<RefreshTokens>()
            .AddSingleton<AccountService>();
    }
}
