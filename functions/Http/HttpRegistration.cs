using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Functions.Http;

internal static class HttpRegistration
{
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        return services.AddScoped<CurrentUser>();
    }
}
