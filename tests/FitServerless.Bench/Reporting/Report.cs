using System.Text.Json;
using System.Text.Json.Serialization;
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

namespace FitServerless.Bench.Reporting;

internal sealed record Report
{
    // A cell without an answer has no percentiles.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
    };

    public Machine Machine { get; } = Machine.Current;

    public IReadOnlyList<BudgetLine> Budgets { get; init; } = [];

    public IReadOnlyList<HistoryLine> History { get; init; } = [];

    public IReadOnlyList<Cell> Load { get; init; } = [];

    public Cell? Crowd { get; init; }

    public ChatFigures? Chat { get; init; }

    public IReadOnlyList<FileFigure> Files { get; init; } = [];

    public IReadOnlyList<FileFigure> Backups { get; init; } = [];

    public IdleStreams? Streams { get; init; }

    public ColdStart? ColdStart { get; init; }

    public ModelOverhead? Model { get; init; }

    public CoachFigures? Coach { get; init; }

    public ScheduleFigures? Schedules { get; init; }

    public CleanupFigures? Cleanup { get; init; }

    public FuzzFigures? Fuzz { get; init; }

    public IReadOnlyList<TimingLine> Timing { get; init; } = [];

    /// <summary>Counts are judged, times never are: they are the machine's as much as ours.</summary>
    [JsonIgnore]
    public bool IsGood => Budgets.All(line => line.Kept)
        && History.All(line => line is { News.Transactions: 1, Nothing.Transactions: 1 } && line.First.Transactions <= 1 + (line.Workouts / 999))
        && Load.All(cell => cell.Errors == 0) && Crowd is not { Errors: > 0 } && Coach is not ({ Violations: > 0 } or { Impossible: > 0 })
        && Fuzz is not { Findings.Count: > 0 };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
