using System.Text.Json;
using FitServerless.Functions.Workouts;
using FitServerless.Json;
using FitServerless.Sync;

namespace FitServerless.Functions.Sync;

/// <summary>Writes the answer of a sync: stored JSON goes through as it is.</summary>
internal static class SyncWriter
{
    public static void Write(Utf8JsonWriter writer, SyncAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("cursor"u8, answer.Cursor.ToString());
        writer.WriteBoolean("hasMore"u8, answer.HasMore);
        writer.WriteStartArray("results"u8);
        foreach (var result in answer.Results)
            Write(writer, result);
        writer.WriteEndArray();
        writer.WriteStartArray("changes"u8);
        foreach (var change in answer.Changes)
            Write(writer, change);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, SyncedDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString("collection"u8, document.Key.Collection);
        writer.WriteString("id"u8, document.Key.Id);
        writer.WriteString("op"u8, document.Deleted ? "delete"u8 : "put"u8);
        writer.WriteNumber("version"u8, document.Version);
        Instants.Write(writer, "updatedAt"u8, document.UpdatedAt);
        if (!document.Deleted)
        {
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(document.Data.Span, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SyncEditResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("collection"u8, result.Collection);
        writer.WriteString("id"u8, result.Id);
        writer.WriteString("mutationId"u8, result.MutationId);
        writer.WriteString("status"u8, WorkoutSyncWriter.StatusText(result.Outcome.Status));
        writer.WriteNumber("version"u8, result.Outcome.Version);
        if (result.Outcome.At is { } at)
            Instants.Write(writer, "updatedAt"u8, at);
        if (result.ClampedTo is { } clamped)
            Instants.Write(writer, "clampedTo"u8, clamped);
        if (result.Outcome.LostVersion > 0)
            writer.WriteNumber("lostVersion"u8, result.Outcome.LostVersion);
        if (result.Current is { } current)
        {
            writer.WritePropertyName("current"u8);
            Write(writer, current);
        }

        if (result.Outcome.Problem is { } problem)
            WorkoutSyncWriter.WriteProblem(writer, problem);
        writer.WriteEndObject();
    }
}
