using FitServerless.Accounts;
using FitServerless.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Learning;

public static class LearningRegistration
{
    public static IServiceCollection AddLearning(this IServiceCollection services) => services
        .AddSingleton<PlanService>()
        .AddSingleton(provider => new CardService(
            provider.GetRequiredService<IAccountStore>(),
            provider.GetRequiredService<DocumentService>(),
            provider.GetRequiredService<DocumentWriter>(),
            provider.GetRequiredService<DocumentKinds>(),
            provider.GetRequiredService<SyncEditPlanner>(),
            provider.GetRequiredService<TimeProvider>()));
}
