using FitServerless.Azurite;
using FitServerless.Bench.Backups;
using FitServerless.Bench.Budgets;
using FitServerless.Bench.Chat;
using FitServerless.Bench.Cleanup;
using FitServerless.Bench.Coach;
using FitServerless.Bench.Cost;
using FitServerless.Bench.Files;
using FitServerless.Bench.Fuzz;
using FitServerless.Bench.History;
using FitServerless.Bench.Load;
using FitServerless.Bench.Model;
using FitServerless.Bench.Reporting;
using FitServerless.Bench.Scale;
using FitServerless.Bench.Schedules;
using FitServerless.Bench.Startup;
using FitServerless.Bench.Streams;
using FitServerless.Bench.Timing;

namespace FitServerless.Bench;

/// <summary>Measures what the options ask for, each part on fresh storage, and prints as it goes.</summary>
internal sealed class BenchRun(BenchOptions options, Printer printer, CancellationToken cancellationToken)
{
    private const int ColdStarts = 5;
    private const int FuzzRequests = 100_000;

    public async Task<Report> RunAsync()
    {
        printer.Write(Machine.Current);
        if (options.Url is { } url)
            return new Report { Load = await LoadAsync(url, options.Pid) };
        if (options.Parts.Contains("cost"))
            printer.Write(CostPart.Print(Measured.Read()));
        if (options.Parts.Contains("scale"))
            printer.Write(ScalePart.Print(Measured.Read()));
        return new Report
        {
            Budgets = await IfAskedAsync("budgets", MeasureBudgetsAsync) ?? [],
            History = await IfAskedAsync("history", MeasureHistoryAsync, hasManyRows: true) ?? [],
            Load = await IfAskedAsync("load", LoadOwnAppAsync) ?? [],
            Crowd = await IfAskedAsync("crowd", MeasureCrowdAsync),
            Chat = await IfAskedAsync("chat", MeasureChatAsync),
            Files = await IfAskedAsync("files", MeasureFilesAsync) ?? [],
            Backups = await IfAskedAsync("backups", MeasureBackupsAsync) ?? [],
            Streams = await IfAskedAsync("streams", MeasureStreamsAsync),
            ColdStart = await IfAskedAsync("start", MeasureStartAsync),
            Model = options.Parts.Contains("model") ? await MeasureModelAsync() : null,
            Coach = MeasureCoach(),
            Schedules = await IfAskedAsync("schedules", MeasureSchedulesAsync, hasManyRows: true),
            Cleanup = await IfAskedAsync("cleanup", MeasureCleanupAsync, hasManyRows: true),
            Fuzz = await IfAskedAsync("fuzz", FuzzAsync),
            Timing = await IfAskedAsync("timing", MeasureTimingAsync) ?? [],
        };
    }

    /// <summary>Needs no storage.</summary>
    private CoachFigures? MeasureCoach()
    {
        if (!options.Parts.Contains("coach"))
            return null;
        var figures = CoachPart.Measure(options.Quick ? 50 : 1_000);
        printer.Write(figures);
        return figures;
    }

    /// <param name="hasManyRows">Then in memory, too: Azurite writes all that it has to its disk, again every few seconds.</param>
    private async Task<T?> IfAskedAsync<T>(string part, Func<IReadOnlyDictionary<string, string?>, Task<T>> measure, bool hasManyRows = false)
        where T : class
    {
        if (!options.Parts.Contains(part))
            return null;
        var folder = Directory.CreateTempSubdirectory("fitserverless-bench-");
        try
        {
            var storage = new AzuriteOptions { Folder = hasManyRows ? null : folder.FullName, ManyRows = hasManyRows };
            await using var azurite = await AzuriteProcess.StartAsync(storage, cancellationToken);
            return await measure(AppSettings.For(azurite.ConnectionString));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<IReadOnlyList<BudgetLine>> MeasureBudgetsAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var budgets = await BudgetPart.MeasureAsync(settings, cancellationToken);
        printer.Write(budgets);
        return budgets;
    }

    private async Task<IReadOnlyList<HistoryLine>> MeasureHistoryAsync(IReadOnlyDictionary<string, string?> settings)
    {
        printer.WriteHistoryHeader();
        return await HistoryPart.MeasureAsync(settings, options.Quick, printer.Write, cancellationToken);
    }

    private async Task<IReadOnlyList<Cell>> LoadOwnAppAsync(IReadOnlyDictionary<string, string?> settings)
    {
        await using var app = await AppProcess.StartAsync(settings, cancellationToken);
        return await LoadAsync(app.Address, app.Id);
    }

    private async Task<IReadOnlyList<Cell>> LoadAsync(Uri address, int? pid)
    {
        printer.WriteLoadHeader();
        var load = new LoadPart(address, pid, options.Quick, cancellationToken);
        var cells = new List<Cell>();
        foreach (var scenario in Scenarios.All.Where(scenario => options.Scenarios.Contains(scenario.Name)))
        {
            foreach (var connections in options.Connections)
            {
                cells.Add(await load.RunAsync(scenario, connections));
                printer.Write(scenario.Title, cells[^1]);
            }
        }

        return cells;
    }

    private async Task<Cell> MeasureCrowdAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var (people, window) = options.Quick ? (20, TimeSpan.FromSeconds(5)) : (1000, TimeSpan.FromMinutes(1));
        await using var app = await AppProcess.StartAsync(settings, cancellationToken);
        var crowd = await new CrowdPart(app.Address, app.Id, people, window, cancellationToken).MeasureAsync();
        printer.WriteLoadHeader();
        printer.Write("people, with pauses", crowd);
        return crowd;
    }

    private async Task<IReadOnlyList<FileFigure>> MeasureFilesAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var files = await FilesPart.MeasureAsync(settings, options.Quick, cancellationToken);
        printer.Write("activity files", files);
        return files;
    }

    private async Task<IReadOnlyList<FileFigure>> MeasureBackupsAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var backups = await BackupsPart.MeasureAsync(settings, options.Quick, cancellationToken);
        printer.Write("backups of an account, sealed", backups);
        return backups;
    }

    private async Task<CleanupFigures> MeasureCleanupAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var figures = await CleanupPart.MeasureAsync(settings, options.Quick, cancellationToken);
        printer.Write(figures);
        return figures;
    }

    private async Task<ModelOverhead> MeasureModelAsync()
    {
        var overhead = await ModelPart.MeasureAsync(options.Quick, cancellationToken);
        printer.Write(overhead);
        return overhead;
    }

    private async Task<ChatFigures> MeasureChatAsync(IReadOnlyDictionary<string, string?> settings)
    {
        await using var app = await AppProcess.StartAsync(settings, cancellationToken);
        using var part = new ChatPart(app.Address, app.Id, options.Quick, cancellationToken);
        var figures = await part.MeasureAsync();
        printer.Write(figures);
        return figures;
    }

    private async Task<IdleStreams> MeasureStreamsAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var (listeners, window) = options.Quick ? (10, TimeSpan.FromSeconds(5)) : (1000, TimeSpan.FromMinutes(1));
        var streams = await new StreamPart(listeners, window, cancellationToken).MeasureAsync(settings);
        printer.Write(streams);
        return streams;
    }

    private async Task<ScheduleFigures> MeasureSchedulesAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var schedules = await SchedulePart.MeasureAsync(settings, options.Quick, cancellationToken);
        printer.Write(schedules);
        return schedules;
    }

    private async Task<FuzzFigures> FuzzAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var figures = await FuzzPart.MeasureAsync(settings, options.Quick ? 2_000 : FuzzRequests, cancellationToken);
        printer.Write(figures);
        return figures;
    }

    private async Task<IReadOnlyList<TimingLine>> MeasureTimingAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var lines = await TimingPart.MeasureAsync(settings, options.Quick, cancellationToken);
        printer.Write(lines);
        return lines;
    }

    private async Task<ColdStart> MeasureStartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var start = await StartPart.MeasureAsync(settings, options.Quick ? 1 : ColdStarts, cancellationToken);
        printer.Write(start);
        return start;
    }
}
