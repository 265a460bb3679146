using Azure.Data.Tables;
using FitServerless.Bench.Api;
using FitServerless.Bench.Startup;
using FitServerless.Local.Host;
using FitServerless.Schedules;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Bench.Budgets;

/// <summary>Counts each operation's storage transactions, on the app in this process and real storage beneath it.</summary>
internal sealed class BudgetPart(FunctionHost host, ApiClient api, TransactionCounter counter, CancellationToken cancellationToken)
{
    /// <summary>Of <c>architecture.md</c>: at most 1 transaction in 20 requests, before the feature's own.</summary>
    private const int Requests = 20;

    /// <summary>An hour of power, heart rate and cadence at one a second.</summary>
    private const int SampleBytes = 12 * 1024;

    private readonly List<BudgetLine> _lines = [];

    public static async Task<IReadOnlyList<BudgetLine>> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var app = await CountedApp.StartAsync(settings, cancellationToken);
        return await new BudgetPart(app.Host, app.Api, app.Counter, cancellationToken).MeasureAsync();
    }

    private async Task<IReadOnlyList<BudgetLine>> MeasureAsync()
    {
        await MeasureSyncAsync(await Rider.RegisterAsync(api, cancellationToken));
        await MeasureSamplesAsync(await Rider.RegisterAsync(api, cancellationToken));
        await MeasureBackupAsync(await Rider.RegisterAsync(api, cancellationToken));
        _lines.AddRange(await new ChatBudget(api, counter, cancellationToken).MeasureAsync());
        return _lines;
    }

    private async Task MeasureSyncAsync(Rider rider)
    {
        var ride = SampleRides.Ride("the-one-that-changes");
        string? id = null;
        await api.SendAsync(rider.Upload(ride, answer => id = answer), cancellationToken);
        await api.SendAsync(rider.PullNew(), cancellationToken);
        await CountAsync("push 50 new workouts", 3, rider.Push(SampleRides.New(50)));
        await CountAsync("push 1 changed workout", 2, rider.Replace(id!, SampleRides.Ride("the-one-that-changes")));
        await api.SendAsync(rider.Push([]), cancellationToken);
        await CountAsync("pull, nothing new", 1, rider.PullNew());
        await CountAsync("push 1 change and pull, nothing new", 3, rider.Push([Changed(ride, id!)]));
        for (var pushed = 51; pushed < 500; pushed += 50)
            await api.SendAsync(rider.Push(SampleRides.New(50)), cancellationToken);
        await CountAsync("pull 500 changes", 1, rider.PullAll());
        await CountAsync("list the last 100 workouts", 1, rider.List());
        await CountAsync("statistics of 500 workouts", 3, rider.Stats());
        await CountAsync("authenticate a request", 1.0 / Requests, [.. Enumerable.Repeat(rider.ReadImpossible(), Requests)]);
    }

    private async Task MeasureSamplesAsync(Rider rider)
    {
        string? id = null;
        await CountAsync("upload a workout with 3,600 samples", 2, rider.Upload(SampleRides.WithSamples(), answer => id = answer));
        await CountAsync("read it back with its samples", 2, rider.Read(id!));
        _lines.Add(new BudgetLine("3,600 samples, stored", "bytes", await StoredBytesAsync(rider), SampleBytes));
    }

    private async Task MeasureBackupAsync(Rider rider)
    {
        await api.SendAsync(rider.Push(SampleRides.New(50)), cancellationToken);
        var job = host.Services.GetServices<IOccasionJob>().Single(job => job.Kind == OccasionKind.Backup);
        var monday = new DateOnly(2026, 11, 16);
        await job.RunAsync(Occasion(monday), cancellationToken);
        var before = counter.Count;
        await job.RunAsync(Occasion(monday.AddDays(1)), cancellationToken);
        _lines.Add(new BudgetLine("the daily backup of an idle account", "transactions", counter.Count - before, 5));

        Occasion Occasion(DateOnly day) => new(OccasionKind.Backup, rider.Id, day, new DateTimeOffset(day, new TimeOnly(2, 0), TimeSpan.Zero));
    }

    private async Task CountAsync(string operation, double budget, params Exchange[] exchanges)
    {
        var before = counter.Count;
        foreach (var exchange in exchanges)
            await api.SendAsync(exchange, cancellationToken);
        _lines.Add(new BudgetLine(operation, "transactions", (counter.Count - before) / (double)exchanges.Length, budget));
    }

    /// <summary>Of a rider who has one workout, too short to be compressed: only samples are kept in parts.</summary>
    private async Task<long> StoredBytesAsync(Rider rider)
    {
        var table = host.Services.GetRequiredService<AppTables>().UserData;
        long bytes = 0;
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {rider.Id}"), cancellationToken: cancellationToken))
            bytes += row.Where(column => column.Key.StartsWith("Bytes", StringComparison.Ordinal)).Sum(column => ((byte[])column.Value!).Length);
        return bytes;
    }

    private static Dictionary<string, object> Changed(Dictionary<string, object> ride, string id) =>
        new(ride) { ["action"] = "update", ["id"] = id, ["title"] = "Another name", ["updatedAt"] = SampleRides.Ride("")["updatedAt"] };
}
