using FitServerless.Cleanup;
using FitServerless.Privacy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FitServerless.Quotas;

public static class QuotaRegistration
{
    /// <summary>Safe to call by each feature that counts.</summary>
    public static IServiceCollection AddQuotas(this IServiceCollection services)
    {
        if (services.All(service => service.ServiceType != typeof(QuotaExpiry)))
            services.AddExpiring<QuotaExpiry>().AddPersonalPartition("quotas", tables => tables.Quotas);
        services.TryAddSingleton<IQuotaStore, TableQuotaStore>();
        services.TryAddSingleton(provider =>
            new QuotaService(provider.GetRequiredService<IQuotaStore>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>The limits of requests.</summary>
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddQuotas().AddSingleton<RateLimiter>();
    }
}
