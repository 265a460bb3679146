using System.Globalization;
using FitServerless.Bench.Budgets;
using FitServerless.Bench.Chat;
using FitServerless.Bench.Cleanup;
using FitServerless.Bench.Coach;
using FitServerless.Bench.Files;
using FitServerless.Bench.Fuzz;
using FitServerless.Bench.History;
using FitServerless.Bench.Load;
using FitServerless.Bench.Model;
using FitServerless.Bench.Schedules;
using FitServerless.Bench.Startup;
using FitServerless.Bench.Streams;
using FitServerless.Bench.Timing;
using FitServerless.Exercises;

namespace FitServerless.Bench.Reporting;

/// <summary>Writes figures as they come in.</summary>
internal sealed class Printer(TextWriter output)
{
    private readonly TextTable _load = new(
        output, ("load", 26), ("conns", 6), ("requests", 9), ("errors", 7), ("per s", 8), ("p50 ms", 9), ("p95 ms", 9), ("p99 ms", 9),
        ("CPU ms/req", 11), ("peak MB", 8), ("noise ms", 9));

    private readonly TextTable _history = new(
        output, ("workouts", 9), ("all: trans.", 13), ("KB", 9), ("ms", 9), ("own ms", 9), ("1 change: trans.", 18), ("bytes", 7), ("ms", 8), ("own ms", 8),
        ("nothing: trans.", 17), ("ms", 8), ("own ms", 8));

    public void Write(string tables) => output.Write($"\n{tables}");

    public void Write(Machine machine) => output.WriteLine($"{machine.Runtime}, {machine.Cores} cores, {machine.System}");

    public void Write(IReadOnlyList<BudgetLine> budgets)
    {
        output.WriteLine();
        var table = new TextTable(output, ("storage", 38), ("", 13), ("measured", 9), ("budget", 8), ("", 6));
        table.WriteHeader();
        foreach (var line in budgets)
            table.WriteRow(line.Operation, line.Unit, Figure(line.Measured), Figure(line.Budget), line.Kept ? "" : "OVER");
    }

    public void Write(string title, IReadOnlyList<FileFigure> figures)
    {
        output.WriteLine();
        var table = new TextTable(output, (title, 52), ("", 13), ("measured", 9));
        table.WriteHeader();
        foreach (var figure in figures)
            table.WriteRow(figure.What, figure.Unit, Figure(figure.Measured));
    }

    public void WriteHistoryHeader()
    {
        output.WriteLine();
        _history.WriteHeader();
    }

    public void Write(HistoryLine line) => _history.WriteRow(
        Figure(line.Workouts),
        Figure(line.First.Transactions), Figure(line.First.Bytes / 1024.0), Figure(line.First.Milliseconds), Figure(line.First.OwnMilliseconds),
        Figure(line.News.Transactions), Figure(line.News.Bytes), Figure(line.News.Milliseconds), Figure(line.News.OwnMilliseconds),
        Figure(line.Nothing.Transactions), Figure(line.Nothing.Milliseconds), Figure(line.Nothing.OwnMilliseconds));

    public void Write(FuzzFigures fuzz)
    {
        output.WriteLine($"\nfuzz: {Figure(fuzz.Requests)} requests of seed {fuzz.Seed} to {fuzz.Operations} operations, {fuzz.Findings.Count} findings");
        output.WriteLine($"  answers: {string.Join(", ", fuzz.Statuses.OrderBy(one => one.Key).Select(one => $"{one.Value} × {one.Key}"))}");
        foreach (var finding in fuzz.Findings)
            output.WriteLine($"  {finding}");
    }

    public void Write(IReadOnlyList<TimingLine> lines)
    {
        output.WriteLine();
        var table = new TextTable(output, ("refused, one way or the other", 76), ("samples", 8), ("first µs", 10), ("second µs", 10), ("p", 8));
        table.WriteHeader();
        foreach (var line in lines)
            table.WriteRow(line.What, Figure(line.Samples), Figure(line.First), Figure(line.Second), Figure(line.Probability));
    }

    public void WriteLoadHeader()
    {
        output.WriteLine();
        _load.WriteHeader();
    }

    public void Write(string title, Cell cell)
    {
        _load.WriteRow(
            title, Figure(cell.Connections), Figure(cell.Requests), Figure(cell.Errors), Figure(cell.PerSecond),
            Figure(cell.P50), Figure(cell.P95), Figure(cell.P99), Figure(cell.CpuPerRequest), Figure(cell.PeakMegabytes), Figure(cell.Noise));
        if (cell.FirstError is { } error)
            output.WriteLine($"  first error: {error}");
    }

    public void Write(ChatFigures chat)
    {
        output.WriteLine();
        var seen = new TextTable(output, ("chat: posted until heard", 38), ("messages", 9), ("p50 ms", 9), ("p99 ms", 9));
        seen.WriteHeader();
        foreach (var line in chat.Seen)
            seen.WriteRow($"{line.Listeners} listening", Figure(line.Messages), Figure(line.P50), Figure(line.P99));
        output.WriteLine();
        var rates = new TextTable(output, ("chat", 38), ("", 9));
        rates.WriteRow("messages a second in one room", Figure(chat.OneRoom));
        rates.WriteRow("messages a second over 100 rooms", Figure(chat.ManyRooms));
        rates.WriteRow("KB an idle listener", Figure(chat.ListenerKilobytes));
    }

    public void Write(IdleStreams streams)
    {
        output.WriteLine();
        var table = new TextTable(output, ("idle streams of events", 38), ("", 13), ("measured", 9));
        table.WriteHeader();
        table.WriteRow($"each of {Figure(streams.Listeners)} listeners, memory", "bytes", Figure(streams.BytesEach));
        table.WriteRow("a minute of 1 listener", "transactions", Figure(streams.TransactionsOfOne));
        table.WriteRow($"a minute of {Figure(streams.Listeners)} listeners", "transactions", Figure(streams.TransactionsOfAll));
    }

    public void Write(CleanupFigures cleanup)
    {
        output.WriteLine();
        var table = new TextTable(output, ($"cleanup of {Figure(cleanup.Rows)} rows", 52), ("measured", 9));
        table.WriteHeader();
        table.WriteRow($"rows due, of {Figure(cleanup.Owners)} people, deleted", Figure(cleanup.Deleted));
        table.WriteRow("rows read", Figure(cleanup.Read));
        table.WriteRow("transactions", Figure(cleanup.Transactions));
    }

    public void Write(ColdStart start)
    {
        output.WriteLine();
        var table = new TextTable(output, ($"cold start, median of {start.Runs}", 38), ("ms", 8));
        table.WriteHeader();
        table.WriteRow("to the first answer (GET /health)", Figure(start.Health));
        table.WriteRow("to the first authenticated pull", Figure(start.Pull));
    }

    public void Write(ModelOverhead overhead)
    {
        output.WriteLine();
        var table = new TextTable(output, ($"a model that answers at once, {overhead.Calls} calls", 44), ("p50 ms", 8), ("p95 ms", 8));
        table.WriteHeader();
        table.WriteRow("bare HTTP", Figure(overhead.Raw), Figure(overhead.RawP95));
        table.WriteRow("through the coach's client", Figure(overhead.Through), Figure(overhead.ThroughP95));
    }

    public void Write(CoachFigures coach)
    {
        output.WriteLine();
        var times = new TextTable(output, ($"coach without a model, {coach.People} people", 38), ("p50 ms", 9), ("p95 ms", 9), ("KB each", 9));
        times.WriteHeader();
        foreach (var (what, timing) in new[] { ("meals, with the gate", coach.Meals), ("workout, with the gate", coach.Workouts), ("search for exercises", coach.Search) })
            times.WriteRow(what, Figure(timing.P50), Figure(timing.P95), Figure(timing.Bytes / 1024.0));
        output.WriteLine($"answers with a fault: {coach.Violations}, people without an answer: {coach.Impossible}");
        output.WriteLine($"exercises and their words: {Figure(coach.CatalogueBytes / 1024.0)} KB, their vectors of {VectorIndex.Dimensions} dimensions: {Figure(coach.VectorBytes / 1024.0)} KB");
        output.WriteLine();
        var quality = new TextTable(output, ("search, by words alone", 38), ("queries", 9), ("nDCG@10", 9), ("recall@10", 10));
        quality.WriteHeader();
        foreach (var (which, measured) in new[] { ("tuned on", coach.Tuned), ("held out", coach.Held), ("fresh, by another hand", coach.Fresh) })
            quality.WriteRow(which, Figure(measured.Queries), Figure(measured.Ndcg), Figure(measured.Recall));
    }

    public void Write(ScheduleFigures schedules)
    {
        output.WriteLine();
        var table = new TextTable(output, ("daily briefing", 38), ("people", 9), ("per s", 8), ("transactions each", 19), ("CPU ms each", 13));
        table.WriteHeader();
        foreach (var (who, morning) in new[] { ("with 50 workouts", schedules.Logs), ("with nothing yet", schedules.Crowd) })
            table.WriteRow(who, Figure(morning.People), Figure(morning.PerSecond), Figure(morning.Transactions), Figure(morning.CpuMilliseconds));
        output.WriteLine();
        output.WriteLine($"{PeakSlot.Everybody:N0} people on {PeakSlot.Instances} instances, computed:");
        var peaks = new TextTable(output, ("the fullest slot", 38), ("people", 9), ("s", 8), ("transactions/s", 19));
        peaks.WriteHeader();
        foreach (var peak in schedules.Peaks)
            peaks.WriteRow(peak.Zones, Figure(peak.People), Figure(peak.Seconds), Figure(peak.TransactionsPerSecond));
    }

    /// <summary>Three significant digits are more than a measurement is good for.</summary>
    private static string Figure(double? value) => value switch
    {
        null or double.NaN => "-",
        { } whole when whole == Math.Floor(whole) || whole >= 100 => whole.ToString("N0", CultureInfo.InvariantCulture),
        { } large when large >= 10 => large.ToString("F1", CultureInfo.InvariantCulture),
        { } small => small.ToString("F2", CultureInfo.InvariantCulture),
    };
}
