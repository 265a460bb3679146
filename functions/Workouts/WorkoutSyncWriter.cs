using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Sync;
using FitServerless.Workouts;

namespace FitServerless.Functions.Workouts;

/// <summary>Writes the answer of a sync: stored JSON goes through as it is.</summary>
internal static class WorkoutSyncWriter
{
    public static void Write(Utf8JsonWriter writer, WorkoutSyncAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("syncedAt", answer.Cursor.ToString());
        writer.WriteBoolean("hasMore", answer.HasMore);
        writer.WriteStartArray("changes");
        foreach (var change in answer.Changes)
            change.WriteTo(writer);
        writer.WriteEndArray();
        if (answer.Results is { } results)
        {
            writer.WriteStartArray("results");
            foreach (var result in results)
                WriteResult(writer, result);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, WorkoutSyncResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("localId", result.LocalId);
        writer.WriteString("id", result.Id);
        writer.WriteString("status", StatusText(result.Outcome.Status));
        writer.WriteNumber("version", result.Outcome.Version);
        if (result.ClampedTo is { } clamped)
            writer.WriteString("clampedTo", clamped.UtcDateTime);
        if (result.Outcome.LostVersion > 0)
            writer.WriteNumber("lostVersion", result.Outcome.LostVersion);
        if (result.Outcome.Current is { } current)
        {
            writer.WritePropertyName("current");
            current.WriteTo(writer);
        }

        if (result.Outcome.Problem is { } problem)
            WriteProblem(writer, problem);
        writer.WriteEndObject();
    }

    public static void WriteProblem(Utf8JsonWriter writer, ChangeProblem problem)
    {
        writer.WriteStartObject("problem");
        writer.WriteString("type", $"/problems/{problem.Type}");
        writer.WriteNumber("status", problem.Status);
        writer.WriteString("detail", problem.Detail);
        if (problem.Errors is { } errors)
            ProblemResult.WriteErrors(writer, errors);
        writer.WriteEndObject();
    }

    public static ReadOnlySpan<byte> StatusText(ChangeStatus status) => status switch
    {
        ChangeStatus.Applied => "applied"u8,
        ChangeStatus.Merged => "merged"u8,
        ChangeStatus.Stale => "stale"u8,
        ChangeStatus.Duplicate => "duplicate"u8,
        _ => "rejected"u8,
    };
}
