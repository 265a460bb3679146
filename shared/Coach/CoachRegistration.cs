using FitServerless.Cleanup;
using FitServerless.Coach.Answers;
using FitServerless.Coach.Conversations;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Model;
using FitServerless.Coach.Photos;
using FitServerless.Coach.Training;
using FitServerless.Coach.Tweaks;
using FitServerless.Privacy;
using FitServerless.Quotas;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitServerless.Coach;

public static class CoachRegistration
{
    public static IServiceCollection AddCoach(this IServiceCollection services)
    {
        services.AddOptions<CoachOptions>().BindConfiguration(CoachOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddQuotas()
            .AddModel()
            .AddSingleton<CoachQuotas>()
            .AddSingleton<IAnswerStore, TableAnswerStore>()
            .AddSingleton<AnswerKeeper>()
            .AddPersonalDays("aiAnswers", tables => tables.AiAnswers, _ => 1)
            .AddPersonalDays(
                "aiRequests", tables => tables.AiRequests, provider => provider.GetRequiredService<IOptions<CoachOptions>>().Value.RequestDays)
            // An answer of a day may live on through the day after it.
            .AddSingleton<ICleanup>(provider => new DayPartitions("aiAnswers", provider.GetRequiredService<AppTables>().AiAnswers, () => 1))
            .AddSingleton<ICleanup>(provider => new DayPartitions(
                "aiRequests",
                provider.GetRequiredService<AppTables>().AiRequests,
                () => provider.GetRequiredService<IOptions<CoachOptions>>().Value.RequestDays))
            .AddSingleton<CoachPipeline>()
            .AddSingleton(provider => new MealCoach(provider.GetRequiredService<CoachPipeline>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<TrainingDiary>()
            .AddSingleton(provider => new TrainingCoach(
                provider.GetRequiredService<CoachPipeline>(),
                provider.GetRequiredService<TrainingDiary>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<TrainingCoach>>()))
            .AddSingleton(provider => new TweakCoach(provider.GetRequiredService<CoachPipeline>()))
            .AddSingleton(provider => new PhotoCoach(provider.GetRequiredService<CoachPipeline>()))
            .AddConversations();
    }
}
