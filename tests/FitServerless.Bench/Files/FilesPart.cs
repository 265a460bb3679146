using System.Diagnostics;
using System.Text.Json;
using FitServerless.Bench.Api;
using FitServerless.Bench.Load;
using FitServerless.Bench.Startup;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Bench.Files;

/// <summary>How fast activity files are read, how small their samples are stored, and what an archive costs the app.</summary>
internal sealed class FilesPart(bool quick)
{
    private const int FiveHours = 5 * 3600;
    private const double Megabyte = 1024 * 1024;

    private readonly List<FileFigure> _figures = [];

    public static async Task<IReadOnlyList<FileFigure>> MeasureAsync(
        IReadOnlyDictionary<string, string?> settings, bool quick, CancellationToken cancellationToken)
    {
        var part = new FilesPart(quick);
        part.MeasureFormats();
        part.MeasureRecordings();
        await part.MeasureBombsAsync(cancellationToken);
        await part.MeasureArchiveAsync(settings, cancellationToken);
        return part._figures;
    }

    private void MeasureFormats()
    {
        var ride = LongRide.Activity(FiveHours);
        foreach (var format in Enum.GetValues<ActivityFormat>())
        {
            var file = ActivityFileWriter.Write(ride, format);
            var seconds = Best(() => LongRide.Read(file)).TotalSeconds;
            Add($"read 5 h of {format}", "MB/s", file.Length / Megabyte / seconds);
            Add($"read 5 h of {format}", "samples/s", FiveHours / seconds);
        }

        var stored = SeriesCodec.Encode(ride.Samples);
        Add("pack 5 h of samples, 6 channels", "ms", Best(() => SeriesCodec.Encode(ride.Samples)).TotalMilliseconds);
        Add("unpack them", "ms", Best(() => SeriesCodec.Decode(stored)).TotalMilliseconds);
        Add("stored, 6 channels", "bytes/sample", (double)stored.Length / FiveHours);
    }

    /// <summary>Those in the folder that <c>FITSERVERLESS_FIXTURES</c> names.</summary>
    private void MeasureRecordings()
    {
        if (Environment.GetEnvironmentVariable("FITSERVERLESS_FIXTURES") is not { Length: > 0 } folder)
            return;
        foreach (var path in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(path) is not (".fit" or ".tcx" or ".gpx") || ActivityFileReader.Read(File.ReadAllBytes(path)) is not ActivityRead.Activities { Files: [var activity, ..] })
                continue;
            var samples = activity.Samples;
            // Of a short one the frame around the samples is most of it.
            if (samples.Count < 600)
                continue;
            Add($"{Path.GetFileNameWithoutExtension(path)}, all it has", "bytes/sample", (double)SeriesCodec.Encode(samples).Length / samples.Count);
            if (Effort(samples) is { } effort)
                Add("  power, heart rate, cadence of it", "bytes/sample", (double)SeriesCodec.Encode(effort).Length / effort.Count);
        }
    }

    private async Task MeasureBombsAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, bomb) in Bombs.All())
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            await Bombs.RefuseAsync(bomb, cancellationToken);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Add($"refuse {name}", "MB", allocated / Megabyte);
            Add("", "ms", Best(() => Bombs.RefuseAsync(bomb, cancellationToken).GetAwaiter().GetResult()).TotalMilliseconds);
        }
    }

    private async Task MeasureArchiveAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var files = quick ? 5 : 100;
        var archive = LongRide.Archive(files);
        await using var app = await AppProcess.StartAsync(settings, cancellationToken);
        using var api = new ApiClient(app.Address, connections: 1);
        var rider = await Rider.RegisterAsync(api, cancellationToken);
        await api.SendAsync(rider.Import(LongRide.Archive(1)), cancellationToken);
        using var process = Process.GetProcessById(app.Id);
        var before = process.WorkingSet64;
        await using var meter = new ProcessMeter(app.Id);
        var elapsed = await api.SendAsync(rider.Import(archive), cancellationToken);
        Add($"import a zip of {files} rides of an hour", "s", elapsed.TotalSeconds);
        Add("", "samples/s", files * 3600 / elapsed.TotalSeconds);
        Add("", "MB/s", archive.Length / Megabyte / elapsed.TotalSeconds);
        Add("the app's memory before it", "MB", before / Megabyte);
        Add("the most while it lasts", "MB", meter.PeakBytes / Megabyte);
    }

    /// <summary>As a client would send them; <c>null</c> where one of the three is missing.</summary>
    private static MeasurementSeries? Effort(MeasurementSeries samples)
    {
        if (!samples.Has(Channel.Power) || !samples.Has(Channel.Heartrate) || !samples.Has(Channel.Cadence))
            return null;
        return JsonSerializer.SerializeToNode(new
        {
            timestamp = samples.Times.ToArray(),
            power = Values(samples, Channel.Power),
            heartrate = Values(samples, Channel.Heartrate),
            cadence = Values(samples, Channel.Cadence),
        }).Deserialize<MeasurementSeries>();
    }

    private static double?[] Values(MeasurementSeries samples, Channel channel) =>
        [.. samples[channel].ToArray().Select(value => double.IsNaN(value) ? (double?)null : value)];

    /// <summary>The least of several: what else the machine does only ever adds.</summary>
    private TimeSpan Best(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < (quick ? 1 : 15); run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }

    private void Add(string what, string unit, double measured) => _figures.Add(new FileFigure(what, unit, measured));
}
