using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Restores;
using FitServerless.Json;

namespace FitServerless.Functions.Backups;

/// <summary>Backups as JSON.</summary>
internal static class BackupWriter
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<BackupInfo> backups)
    {
        writer.WriteStartArray();
        foreach (var backup in backups)
        {
            WriteStart(writer, backup);
            Instants.Write(writer, "createdAt"u8, backup.CreatedAt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void WriteStored(Utf8JsonWriter writer, BackupInfo backup)
    {
        WriteStart(writer, backup);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, RestoreOutcome.Done done)
    {
        writer.WriteStartObject();
        writer.WriteNumber("restored"u8, done.Counts.Restored);
        writer.WriteNumber("unchanged"u8, done.Counts.Unchanged);
        writer.WriteNumber("kept"u8, done.Counts.Kept);
        writer.WriteNumber("deleted"u8, done.Counts.Deleted);
        writer.WriteString("before"u8, done.Before.ToString());
        writer.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter writer, BackupInfo backup)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, backup.Id.ToString());
        writer.WriteNumber("size"u8, backup.Size);
        writer.WriteString("sha256"u8, backup.Sha256);
    }
}
