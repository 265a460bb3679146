using FitServerless.Azurite;
using FitServerless.Schedules;
using FitServerless.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FitServerless.Tests.Schedules;

/// <summary>An Azurite on which apps run one after the other, each with tables and a hub of its own.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    /// <summary>Half an hour before the briefings of people who live by UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 6, 30, 0, TimeSpan.Zero);

    private AzuriteProcess? _azurite;

    public static string NewName() => $"E{Guid.NewGuid():N}"[..16];

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync();

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    internal async Task<EngineApp> StartAsync(string? name = null, JournalJob? job = null)
    {
        name ??= NewName();
        job ??= new JournalJob();
        var clock = new SetClock(Start, isRunning: true);
        var host = await ApiFixture.StartHostAsync(
            _azurite!.ConnectionString,
            services =>
            {
                services.RemoveAll<IOccasionJob>();
                services.AddSingleton<IOccasionJob>(job);
                foreach (var kind in Enum.GetValues<OccasionKind>().Where(kind => kind != job.Kind))
                    services.AddSingleton<IOccasionJob>(new JournalJob(kind));
                services.AddSingleton<TimeProvider>(clock);
            },
            runTimers: false,
            ("Storage:TablePrefix", name),
            ("Schedules:Tries", "2"),
            ("Schedules:RetrySeconds", "1"),
            ("AzureFunctionsJobHost:extensions:durableTask:hubName", name),
            ("AzureFunctionsJobHost:extensions:durableTask:storageProvider:maxQueuePollingInterval", "00:00:00.1"));
        return new EngineApp(host, clock, job);
    }
}
