using System.Diagnostics;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FitServerless.Accounts;
using FitServerless.Bench.Api;
using FitServerless.Bench.Budgets;
using FitServerless.Functions;
using FitServerless.Local.Host;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Bench.Schedules;

/// <summary>Briefs people as the timer does, on the app and the local engine in this process and real storage beneath them.</summary>
internal sealed class SchedulePart(FunctionHost host, MovedClock clock, TransactionCounter counter, bool quick, CancellationToken cancellationToken)
{
    private const string Timer = "SendDailyBriefings", Runs = "run|DailyBriefing";

    private static readonly DateTimeOffset Eve = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private int _ended;

    public static async Task<ScheduleFigures> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, bool quick, CancellationToken cancellationToken)
    {
        var counter = new TransactionCounter();
        var clock = new MovedClock(Eve);
        await using var host = await FunctionHost.StartAsync(
            new()
            {
                FunctionAssembly = typeof(FunctionApp).Assembly,
                Register = (builder, configuration) => builder.AddFitServerless(configuration),
                ConfigureServices = services => services.AddSingleton<HttpPipelinePolicy>(counter).AddSingleton<TimeProvider>(clock),
                Settings = settings,
                Port = 0,
                RunTimers = false,
                LogLevel = LogLevel.Warning,
            },
            cancellationToken);
        return await new SchedulePart(host, clock, counter, quick, cancellationToken).MeasureAsync();
    }

    private async Task<ScheduleFigures> MeasureAsync()
    {
        var (readers, crowd) = quick ? (3, 50) : (100, 10_000);
        using (var api = new ApiClient(host.BaseAddress, connections: 1))
        {
            foreach (var rider in await Rider.RegisterAsync(api, readers, cancellationToken))
                await api.SendAsync(rider.Push(SampleRides.New(50)), cancellationToken);
        }

        // The first morning of a process takes more: it notes when for each person something expires.
        await RunAsync(readers, day: 0, hour: 7);
        var logs = await RunAsync(readers, day: 1, hour: 7);
        await SignUpAsync(crowd, hour: 9);
        await RunAsync(crowd, day: 1, hour: 9);
        return new ScheduleFigures(logs, await RunAsync(crowd, day: 2, hour: 9, besides: readers), PeakSlot.Of(logs));
    }

    /// <summary>For nothing but the daily briefing: each range that is read in Azurite is a search of the whole table.</summary>
    private Task SignUpAsync(int count, int hour) => Parallel.ForAsync(0, count, cancellationToken, async (_, token) =>
    {
        var id = Guid.CreateVersion7().ToString();
        var account = new Account
        {
            Id = id,
            Email = $"{id}@bench.example",
            PasswordHash = "",
            Settings = $$$"""
                {"briefings":{"hour":{{{hour}}},"weekdayPlan":false,"eveningReview":false,"weeklyReport":false,"weeklyInsights":false,"monthlyReport":false}}
                """,
        };
        await host.Services.GetRequiredService<IAccountStore>().TryAddAsync(account, token);
        foreach (var watch in host.Services.GetServices<IAccountWatch>())
            await watch.SeeAsync(account, token);
    });

    /// <param name="besides">Who is due in another slot of the same firing.</param>
    private async Task<Morning> RunAsync(int people, int day, int hour, int besides = 0)
    {
        clock.Set(Eve.AddDays(day).AddHours(hour).AddMinutes(1));
        var (slots, before) = (besides > 0 ? 2 : 1, counter.Count);
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await host.RunTimerAsync(Timer, cancellationToken);
        var looks = 0;
        for (_ended += slots; await EndedAsync() < _ended; looks++)
            await Task.Delay(100, cancellationToken);
        var all = people + besides;
        return new Morning(
            all,
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (counter.Count - before - looks - 1) / (double)all,
            (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / all);
    }

    private Task<int> EndedAsync() => host.Services.GetRequiredService<AppTables>().ScheduleRuns
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Runs}"), cancellationToken: cancellationToken)
        .CountAsync(run => run.ContainsKey("EndedAt"), cancellationToken).AsTask();
}
