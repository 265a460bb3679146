using FitServerless.Research.PubMed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Research;

public static class ResearchRegistration
{
    public static IServiceCollection AddResearch(this IServiceCollection services)
    {
        services.AddOptions<ResearchOptions>().BindConfiguration(ResearchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PubMedClient>()
            .AddSingleton<StudyStore>()
            .AddSingleton(provider => new StudyShelf(provider.GetRequiredService<StudyStore>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new ResearchUpdate(
                provider.GetRequiredService<PubMedClient>(),
                provider.GetRequiredService<StudyStore>(),
                provider.GetRequiredService<StudyShelf>(),
                provider.GetRequiredService<IOptions<ResearchOptions>>(),
                provider.GetRequiredService<ILogger<ResearchUpdate>>()));
    }
}
