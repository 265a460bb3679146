using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Live;

public static class LiveRegistration
{
    /// <summary>A feature adds an <see cref="ILiveSource{T}"/> of its own and then takes <see cref="LiveFeeds{T}"/>.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(typeof(LiveFeeds<>));
    }
}
