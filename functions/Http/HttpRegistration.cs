using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Functions.Http;

internal static class HttpRegistration
{
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EventStreamOptions>().BindConfiguration(EventStreamOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<StreamedBodies>();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        return services.AddScoped<CurrentUser>();
    }
}
