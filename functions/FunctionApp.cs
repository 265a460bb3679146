using FitServerless.Accounts;
using FitServerless.Adapters;
using FitServerless.Briefings;
using FitServerless.Chat;
using FitServerless.Coach;
using FitServerless.Exercises;
using FitServerless.Functions.Accounts;
using FitServerless.Functions.Http;
using FitServerless.Functions.Notifications;
using FitServerless.Learning;
using FitServerless.Live;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Stats;
using FitServerless.Storage;
using FitServerless.Sync;
using FitServerless.Workouts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FitServerless.Functions;

/// <summary>The app's table of contents: what every request passes through, and the features.</summary>
public static class FunctionApp
{
    public static IFunctionsWorkerApplicationBuilder AddFitServerless(
        this IFunctionsWorkerApplicationBuilder builder, IConfiguration configuration)
    {
        builder.UseMiddleware<ResponseHeadersMiddleware>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<AuthenticationMiddleware>();

        builder.Services
            .AddHttp()
            .AddStorage()
            .AddAccounts()
            .AddSingleton<IPasswordHashes, PasswordHashes>()
            .AddSync()
            .AddAdapters()
            .AddLearning()
            .AddLive()
            .AddMail()
            .AddNotifications()
            .AddSingleton<DeliveryReports>()
            .AddWorkouts()
            .AddStats()
            .AddChat()
            .AddCoach()
            .AddExercises()
            .AddBriefings();
        return builder;
    }
}
