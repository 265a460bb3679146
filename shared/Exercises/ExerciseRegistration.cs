using FitServerless.Coach;
using FitServerless.Coach.Answers;
using FitServerless.Coach.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Exercises;

public static class ExerciseRegistration
{
    /// <summary>Goes with <see cref="CoachRegistration.AddCoach"/>, whose model and quotas it takes.</summary>
    public static IServiceCollection AddExercises(this IServiceCollection services) => services
        .AddSingleton<IVectorStore, BlobVectorStore>()
        .AddSingleton(provider => new CatalogueVectors(
            provider.GetRequiredService<IVectorStore>(),
            provider.GetRequiredService<ILanguageModel>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<CatalogueVectors>>()))
        .AddSingleton(provider => new ExerciseFinder(
            provider.GetRequiredService<CatalogueVectors>(),
            provider.GetRequiredService<ILanguageModel>(),
            provider.GetRequiredService<AnswerKeeper>(),
            provider.GetRequiredService<CoachQuotas>()));
}
