using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Functions.Http;

internal static class HttpRegistration
{
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section);
        return services.AddScoped<CurrentUser>();
    }
}
