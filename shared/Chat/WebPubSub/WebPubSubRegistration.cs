using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Chat.WebPubSub;

internal static class WebPubSubRegistration
{
    public static IServiceCollection AddWebPubSub(this IServiceCollection services)
    {
        services.AddOptions<WebPubSubOptions>().BindConfiguration(WebPubSubOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<WebPubSubService>()
            .AddSingleton<WebPubSubPublisher>()
            .AddSingleton<IRoomObserver>(provider => provider.GetRequiredService<WebPubSubPublisher>())
            .AddHostedService(provider => provider.GetRequiredService<WebPubSubPublisher>());
    }
}
