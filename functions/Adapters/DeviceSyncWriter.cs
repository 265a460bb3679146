using System.Text.Json;
using FitServerless.Adapters.Devices;
using FitServerless.Functions.Workouts;
using FitServerless.Learning;

namespace FitServerless.Functions.Adapters;

/// <summary>Writes the answer to a device: what a request has, and members that older devices do not read.</summary>
internal static class DeviceSyncWriter
{
    public static void Write(Utf8JsonWriter writer, DeviceAnswer answer)
    {
        writer.WriteStartObject();
        foreach (var collection in LearningCollections.All)
        {
            writer.WriteStartArray(collection);
            foreach (var change in answer.Changes.Where(change => change.Document.Key.Collection == collection))
                Write(writer, change, answer.Unit);
            writer.WriteEndArray();
        }

        writer.WriteStartArray("deleted_ids"u8);
        foreach (var change in answer.Changes.Where(change => change.Document.Deleted))
            writer.WriteStringValue(change.Document.Key.Id);
        writer.WriteEndArray();
        writer.WriteString("sync_token"u8, answer.Token);
        writer.WriteStartArray("rejected"u8);
        foreach (var rejection in answer.Rejected)
            Write(writer, rejection);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DeviceChange change, UnixUnit unit)
    {
        var document = change.Document;
        writer.WriteStartObject();
        writer.WriteString("action"u8, document.Deleted ? "delete"u8 : change.IsNew ? "create"u8 : "update"u8);
        writer.WriteString("id"u8, document.Key.Id);
        if (!document.Deleted)
        {
            writer.WritePropertyName("data"u8);
            DeviceRecord.Write(writer, document);
        }

        writer.WriteNumber(
            "updated_at"u8, unit == UnixUnit.Seconds ? document.UpdatedAt.ToUnixTimeSeconds() : document.UpdatedAt.ToUnixTimeMilliseconds());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DeviceRejection rejection)
    {
        writer.WriteStartObject();
        writer.WriteString("collection"u8, rejection.Collection);
        writer.WriteString("id"u8, rejection.Id);
        WorkoutSyncWriter.WriteProblem(writer, rejection.Problem);
        writer.WriteEndObject();
    }
}
