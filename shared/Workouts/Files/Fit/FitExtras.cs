using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>
/// What a FIT file holds that a workout has no place for: running dynamics, gear changes, beats, developer fields and their descriptions.
/// None of it is stored beside the workout: the file itself is kept, and an export takes it from there.
/// </summary>
internal sealed class FitExtras
{
    public static readonly FitExtras None = new();

    /// <summary>Messages that we do not write ourselves, by time; those that describe developer fields first.</summary>
    public IReadOnlyList<FitExtra> Messages { get; init; } = [];

    public IReadOnlyDictionary<uint, FitExtra> Records { get; init; } = new Dictionary<uint, FitExtra>();

    /// <summary>By their start.</summary>
    public IReadOnlyDictionary<uint, FitExtra> Laps { get; init; } = new Dictionary<uint, FitExtra>();

    /// <summary>Of a file with one session.</summary>
    public FitExtra? Session { get; init; }

    /// <summary>Of a file with one session: the numbers of its sport and of the kind of it, as track or trail.</summary>
    public (int Sport, int SubSport)? Kind { get; init; }

    /// <param name="samples">Of the workout: tell which of several files behind one another is its own.</param>
    public static FitExtras Read(ReadOnlyMemory<byte> file, MeasurementSeries samples)
    {
        while (samples.Count > 0 && FitHeader.Check(file.Span, out var header) is null)
        {
            var end = header.Size + (int)header.DataSize;
            var reader = new FitExtrasReader();
            var messages = new FitMessages(file.Span[header.Size..end]);
            while (messages.MoveNext())
                reader.Read(messages.Current);
            if (reader.HasRecordWithin(FitUnits.FromUnixMilliseconds(samples.Times[0]), FitUnits.FromUnixMilliseconds(samples.Times[^1])))
                return reader.Build();
            file = file[(end + FitCrc.Size)..];
        }

        return None;
    }
}
