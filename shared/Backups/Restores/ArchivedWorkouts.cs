using System.Text.Json;
using FitServerless.Backups.Archives;
using FitServerless.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Files.Originals;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Backups.Restores;

/// <summary>Workouts out of archives. What the server once made of their measurements comes back with them, and is not made anew.</summary>
internal static class ArchivedWorkouts
{
    /// <summary>A row takes at most 102 bytes (see <see cref="SeriesCodec"/>): this many fit for sure, and need not be tried.</summary>
    private const int RowsThatFit = BatchLimits.SampleBytes / 102;

    /// <returns><c>null</c> for one that is fine.</returns>
    public static string? Problem(ArchivedDocument document)
    {
        try
        {
            var (workout, facts) = (Parse(document), Facts(document));
            return !workout.IsEncrypted && workout.StartedAt is null ? "it has no start."
                : workout.EndedAt < workout.StartedAt ? "it ends before it starts."
                : workout.SportType is { Length: > WorkoutRules.MaxSportType } ? "its sport has too long a name."
                : !IsSafe(workout.Original) || !IsSafe(facts.Original) ? "its original has no digest."
                : document.Samples is { Count: > RowsThatFit } samples && SeriesCodec.Encode(samples).Length > BatchLimits.SampleBytes
                    ? "it has too many measurements."
                    : null;
        }
        catch (JsonException)
        {
            return "it is no workout.";
        }
    }

    public static Workout Parse(ArchivedDocument document)
    {
        // The id stands beside the data; a second one is refused as a duplicate.
        var id = JsonSerializer.SerializeToUtf8Bytes(document.Key.Id, WorkoutJson.Default.String);
        byte[] whole = [.. "{\"id\":"u8, .. id, (byte)',', .. document.Data.Span[1..]];
        return WorkoutBody.Parse(whole) with { UpdatedAt = document.UpdatedAt, DeletedAt = null };
    }

    public static DocumentWrite Lay(ArchivedDocument document, StoredDocument? replaced, int version, DateTimeOffset at)
    {
        var workout = Parse(document) with { Version = version, UpdatedAt = at, MeasurementCount = document.Samples?.Count };
        var samples = document.Samples is { } series ? SeriesCodec.Encode(series) : replaced is { State.SampleRows: > 0 } ? [] : null;
        return WorkoutWrites.Lay(replaced, workout, Facts(document), samples, WorkoutBody.ContentHash(workout));
    }

    private static WorkoutFacts Facts(ArchivedDocument document) => WorkoutFacts.Parse(document.Facts);

    /// <summary>It becomes a part of a blob's name.</summary>
    private static bool IsSafe(OriginalFile? original) =>
        original is null || (original.Sha256 is { Length: 64 } && original.Sha256.All(char.IsAsciiHexDigitLower));
}
