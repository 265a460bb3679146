using FitServerless.Cleanup;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Privacy;

public static class PrivacyRegistration
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<PrivacyOptions>().BindConfiguration(PrivacyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<AuditLog>()
            .AddExpiring<AuditExpiry>();
    }
}
