using System.Collections.Frozen;
using System.Text.Json;
using FitServerless.Json;
using FitServerless.Learning;
using FitServerless.Sync;

namespace FitServerless.Functions.Learning;

/// <summary>Writes plans, sessions and cards in the clients' own words, snake_case, with what the server knows of them.</summary>
internal static class LearningWriter
{
    /// <summary>Members that the server owns: they are not taken from a body.</summary>
    public static readonly FrozenSet<string> ServersOwn = FrozenSet.Create("id", "version", "updated_at");

    public static void Write(Utf8JsonWriter writer, SyncedDocument document)
    {
        writer.WriteStartObject();
        WriteMembers(writer, document);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, PlanView view)
    {
        writer.WriteStartObject();
        WriteMembers(writer, view.Plan, but: "chunks");
        writer.WriteStartObject("progress"u8);
        writer.WriteNumber("minutes"u8, view.Minutes);
        if (view.Percent is { } percent)
            writer.WriteNumber("percent"u8, percent);
        else
            writer.WriteNull("percent"u8);
        writer.WriteNumber("sessions"u8, view.SessionCount);
        writer.WriteEndObject();
        writer.WriteStartArray("chunks"u8);
        foreach (var chunk in view.Chunks)
            Write(writer, chunk);
        writer.WriteEndArray();
        writer.WriteStartArray("recent_sessions"u8);
        foreach (var session in view.Recent)
            Write(writer, session);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PlanChunk chunk)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, chunk.Id);
        writer.WriteString("title"u8, chunk.Title);
        writer.WriteString("status"u8, chunk.Status);
        writer.WriteNumber("minutes"u8, chunk.Minutes);
        writer.WriteNumber("sessions"u8, chunk.SessionCount);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, SyncedDocument document, string? but = null)
    {
        writer.WriteString("id"u8, document.Key.Id);
        writer.WriteNumber("version"u8, document.Version);
        Instants.Write(writer, "updated_at"u8, document.UpdatedAt);
        foreach (var member in JsonElement.Parse(document.Data.Span).EnumerateObject())
        {
            if (!ServersOwn.Contains(member.Name) && member.Name != but)
                member.WriteTo(writer);
        }
    }
}
