using Azure.Data.Tables;
using FitServerless.Accounts;
using FitServerless.Local.Host;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Schedules;

/// <summary>The app with a job and a clock of the tests' own; timers fire by hand.</summary>
internal sealed class EngineApp(FunctionHost host, SetClock clock, JournalJob job) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public SetClock Clock => clock;

    public JournalJob Job => job;

    public IServiceProvider Services => host.Services;

    public Task FireAsync(string timer) => host.RunTimerAsync(timer);

    /// <summary>People as sign-up leaves them.</summary>
    public async Task<string[]> SignUpAsync(int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToString()).ToArray();
        await Parallel.ForEachAsync(ids, async (id, cancellationToken) =>
        {
            var account = new Account { Id = id, Email = $"{id}@example.com", PasswordHash = "hash", CreatedAt = clock.Now };
            await Services.GetRequiredService<IAccountStore>().TryAddAsync(account, cancellationToken);
            foreach (var watch in Services.GetServices<IAccountWatch>())
                await watch.SeeAsync(account, cancellationToken);
        });
        return ids;
    }

    public async Task<TableEntity> EndOfRunAsync()
    {
        TableEntity? ended = null;
        await UntilAsync(async () => (ended = (await RunsAsync()).Find(run => run.ContainsKey("EndedAt"))) is not null);
        return ended!;
    }

    public async Task<List<TableEntity>> RunsAsync()
    {
        var table = Services.GetRequiredService<AppTables>().ScheduleRuns;
        return await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"run|DailyBriefing"}")).ToListAsync();
    }

    public static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(50, patience.Token);
    }
}
