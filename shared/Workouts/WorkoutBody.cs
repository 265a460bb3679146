using System.Text.Encodings.Web;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Workouts;

/// <summary>A workout as rows hold it: the whole for the log, without its notes for the list, and a digest of its content.</summary>
internal static class WorkoutBody
{
    /// <summary>Letters stay letters: escapes would make a note in Greek three times as long. It is sent as JSON and as nothing else.</summary>
    private static readonly WorkoutJson Json = new(
        new JsonSerializerOptions(WorkoutJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static PendingJson Whole(Workout workout) => new(Serialize(workout));

    public static PendingJson ListItem(Workout workout) => new(Serialize(workout with { Notes = null }));

    /// <summary>What the client decides; the rest is the server's.</summary>
    public static byte[] Content(Workout workout) =>
        Serialize(workout with
        {
            Id = "",
            Version = 0,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            DeletedAt = null,
            MeasurementCount = null,
            Original = null,
        });

    /// <summary>Who edits the same, at the same time, made the same edit.</summary>
    public static string ContentHash(Workout workout) => ContentDigest.Of(Content(workout));

    /// <summary>The workout that an edit alone makes.</summary>
    public static Workout Of(WorkoutEdit edit) => new()
    {
        Id = "",
        LocalId = edit.LocalId,
        StartedAt = edit.StartedAt,
        EndedAt = edit.EndedAt,
        DurationSeconds = (int?)edit.DurationSeconds,
        SportType = edit.SportType ?? Workout.DefaultSport,
        Title = edit.Title,
        Notes = edit.Notes,
        Summary = edit.Summary,
    };

    public static Workout Parse(StoredJson body) => Parse(body.ToUtf8());

    public static Workout Parse(ReadOnlyMemory<byte> utf8) =>
        JsonSerializer.Deserialize(utf8.Span, WorkoutJson.Default.Workout) ?? throw new InvalidDataException("A stored workout is null.");

    private static byte[] Serialize(Workout workout) => JsonSerializer.SerializeToUtf8Bytes(workout, Json.Workout);
}
