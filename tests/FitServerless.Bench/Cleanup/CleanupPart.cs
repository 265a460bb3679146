using System.Globalization;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Functions;
using FitServerless.Local.Host;
using FitServerless.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitServerless.Bench.Cleanup;

/// <summary>
/// What the nightly cleanup asks of storage when a table is large and little of it due: inboxes of 100 notifications each, of which ten people
/// have nothing but expired ones.
/// </summary>
internal sealed class CleanupPart(AppTables tables, ExpiryIndex index, int rows)
{
    private const int DueOwners = 10, RowsOfOwner = 100;

    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    public static async Task<CleanupFigures> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, bool quick, CancellationToken cancellationToken)
    {
        var counter = new RowCounter();
        await using var host = await FunctionHost.StartAsync(
            new()
            {
                FunctionAssembly = typeof(FunctionApp).Assembly,
                Register = (builder, configuration) => builder.AddFitServerless(configuration),
                ConfigureServices = services => services.AddSingleton<HttpPipelinePolicy>(counter),
                Settings = settings,
                Port = 0,
                RunTimers = false,
                LogLevel = LogLevel.Warning,
            },
            cancellationToken);
        var part = new CleanupPart(
            host.Services.GetRequiredService<AppTables>(), host.Services.GetRequiredService<ExpiryIndex>(), quick ? 10_000 : 1_000_000);
        await part.FillAsync(cancellationToken);
        var (transactions, read) = (counter.Transactions, counter.Rows);
        var run = await host.Services.GetRequiredService<CleanupJob>().PurgeAsync(cancellationToken);
        return new CleanupFigures(
            part.Rows, run.Steps.Sum(step => step.Rows), DueOwners, counter.Transactions - transactions, counter.Rows - read);
    }

    private int Rows => rows;

    private Task FillAsync(CancellationToken cancellationToken) =>
        Parallel.ForAsync(0, rows / RowsOfOwner, cancellationToken, async (owner, stopping) =>
        {
            var (name, expires) = ($"owner-{owner:D7}", Now.AddDays(owner < DueOwners ? -2 : 30));
            await index.NoteAsync("notifications", name, DateOnly.FromDateTime(expires.UtcDateTime), stopping);
            await tables.Notifications.SubmitTransactionAsync(Enumerable.Range(0, RowsOfOwner / 2).SelectMany(i => Pair(name, i, expires)), stopping);
        });

    /// <summary>As an inbox keeps a notification: by its sequence, and by its id.</summary>
    private static IEnumerable<TableTransactionAction> Pair(string owner, int number, DateTimeOffset expires)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        yield return new(TableTransactionActionType.Add, new TableEntity(owner, $"item|{number + 1:D19}") { ["Id"] = id, ["ExpiresAt"] = expires });
        yield return new(TableTransactionActionType.Add, new TableEntity(owner, $"id|{id}") { ["ExpiresAt"] = expires });
    }
}
