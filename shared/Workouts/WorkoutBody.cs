using System.Security.Cryptography;
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

    /// <summary>96 bits of SHA-256 over what the client decides: who edits the same, at the same time, made the same edit.</summary>
    public static string ContentHash(Workout workout)
    {
        var content = workout with { Id = "", Version = 0, UpdatedAt = default, DeletedAt = null, MeasurementCount = null, Original = null };
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, WorkoutJson.Default.Workout));
        return Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }

    public static Workout Parse(StoredJson body) =>
        JsonSerializer.Deserialize(body.ToUtf8().Span, WorkoutJson.Default.Workout)
        ?? throw new InvalidDataException("A stored workout is null.");

    private static byte[] Serialize(Workout workout) => JsonSerializer.SerializeToUtf8Bytes(workout, Json.Workout);
}
