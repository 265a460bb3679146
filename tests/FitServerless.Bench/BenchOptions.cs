using System.Globalization;

namespace FitServerless.Bench;

internal sealed record BenchOptions
{
    public const string Usage = """
        dotnet fit.cs bench [options]

          --parts budgets,history,load,crowd,files,backups,chat,streams,start,coach,model,schedules   what to measure; all of it unless said
                                       or cost,scale: the tables of docs/cost.md and docs/scale.md, from docs/measured.json
                                       or cleanup: what it asks of storage when 1,000 of 1,000,000 rows are due; fills Azurite for long
                                       or fuzz: 100,000 requests that no client should send, and what must not come back
                                       or timing: whether the time of a refusal tells what was wrong; 10,000 samples of each kind
          --scenarios push,pull0,...   of the load: none, push, pull0, pull500, upload, read, list
          --connections 1,16,64        side by side
          --quick                      a few requests of everything: shows that it works, measures nothing
          --json FILE                  the figures once more, for programs
          --url http://... --pid N     load an app that runs already; CPU and memory are those of process N
        """;

    public IReadOnlyList<string> Parts { get; private init; } =
        ["budgets", "history", "load", "crowd", "files", "backups", "chat", "streams", "start", "coach", "model", "schedules"];

    /// <summary>They measure nothing, or take long and most of a machine's memory, so they are done only when they are asked for.</summary>
    private static readonly string[] Asked = ["cost", "scale", "fuzz", "cleanup", "timing"];

    public IReadOnlyList<string> Scenarios { get; private init; } = [.. Load.Scenarios.All.Select(scenario => scenario.Name)];

    public IReadOnlyList<int> Connections { get; private init; } = [1, 16, 64];

    public bool Quick { get; private init; }

    public string? Json { get; private init; }

    public Uri? Url { get; private init; }

    public int? Pid { get; private init; }

    /// <exception cref="FormatException">An option that is not known, or a value that it cannot have.</exception>
    public static BenchOptions Parse(IEnumerable<string> args)
    {
        var options = new BenchOptions();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var option))
            options = options.With(option, () => rest.TryDequeue(out var value) ? value : throw new FormatException($"{option} needs a value."));
        return options;
    }

    private BenchOptions With(string option, Func<string> value) => option switch
    {
        "--parts" => this with { Parts = Known(value(), [.. Parts, .. Asked]) },
        "--scenarios" => this with { Scenarios = Known(value(), Scenarios) },
        "--connections" => this with { Connections = [.. value().Split(',').Select(Number)] },
        "--quick" => this with { Quick = true, Connections = [1, 16] },
        "--json" => this with { Json = value() },
        "--url" => this with { Url = Uri.TryCreate(value(), UriKind.Absolute, out var url) ? url : throw new FormatException("--url needs an address.") },
        "--pid" => this with { Pid = Number(value()) },
        _ => throw new FormatException($"{option} is no option."),
    };

    private static string[] Known(string list, IReadOnlyList<string> known)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries);
        return Array.Find(names, name => !known.Contains(name)) is { } unknown
            ? throw new FormatException($"'{unknown}' is none of {string.Join(", ", known)}.")
            : names;
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new FormatException($"'{text}' is no positive number.");
}
