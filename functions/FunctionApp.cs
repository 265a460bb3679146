using FitServerless.Accounts;
using FitServerless.Adapters;
using FitServerless.Administration;
using FitServerless.Analytics;
using FitServerless.Backups;
using FitServerless.Briefings;
using FitServerless.Chat;
using FitServerless.Cleanup;
using FitServerless.Coach;
using FitServerless.Downloads;
using FitServerless.Exercises;
using FitServerless.Files;
using FitServerless.Functions.Accounts;
using FitServerless.Functions.Cleanup;
using FitServerless.Functions.Files;
using FitServerless.Functions.Grants;
using FitServerless.Functions.Http;
using FitServerless.Functions.Notifications;
using FitServerless.Functions.OpenApi;
using FitServerless.Functions.Privacy;
using FitServerless.Functions.Schedules;
using FitServerless.Functions.Stats;
using FitServerless.Functions.Sync;
using FitServerless.Functions.Telemetry;
using FitServerless.Functions.Workouts;
using FitServerless.Grants;
using FitServerless.Learning;
using FitServerless.Live;
using FitServerless.Mail;
using FitServerless.Notifications;
using FitServerless.Privacy;
using FitServerless.Quotas;
using FitServerless.Research;
using FitServerless.Schedules;
using FitServerless.Sharing;
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
        builder.UseMiddleware<TelemetryMiddleware>();
        builder.UseMiddleware<ResponseHeadersMiddleware>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<AuthenticationMiddleware>();
        builder.UseMiddleware<RefusedCallerMiddleware>();
        builder.UseMiddleware<RateLimitMiddleware>();

        builder.Services
            .AddHttp()
            .AddSingleton<ApiDocument>()
            .AddTelemetry()
            .AddStorage()
            .AddRateLimits()
            .AddAccounts()
            .AddSingleton<IPasswordHashes, PasswordHashes>()
            .AddSingleton<Devices>()
            .AddAdministration(typeof(FunctionApp).Assembly)
            .AddGrants()
            .AddScoped<ClientAccess>()
            .AddSharing()
            .AddSchedules()
            .AddSingleton<RunStarter>()
            .AddSync()
            .AddSingleton<DocumentRequests>()
            .AddAdapters()
            .AddLearning()
            .AddLive()
            .AddMail()
            .AddNotifications()
            .AddSingleton<DeliveryReports>()
            .AddWorkouts()
            .AddSingleton<WorkoutRequests>()
            .AddStats()
            .AddSingleton<StatsRequests>()
            .AddChat()
            .AddCoach()
            .AddExercises()
            .AddAnalytics()
            .AddResearch()
            .AddBriefings()
            .AddPrivacy()
            .AddSingleton<ErasureRuns>()
            .AddCleanup()
            .AddSingleton<HubCleanup>()
            .AddBackups()
            .AddDownloads()
            .AddFiles()
            .AddSingleton<FileDownloads>();
        return builder;
    }
}
