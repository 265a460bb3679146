using System.Text.Json;
using FitServerless.Workouts.Files;

namespace FitServerless.Functions.Workouts;

/// <summary>Writes what became of each file.</summary>
internal static class ImportWriter
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<ImportResult> results)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("results");
        foreach (var result in results)
        {
            writer.WriteStartObject();
            writer.WriteString("name", result.Name);
            writer.WriteString("status", WorkoutSyncWriter.StatusText(result.Status));
            if (result.Id is { } id)
                writer.WriteString("id", id);
            if (result.Problem is { } problem)
                WorkoutSyncWriter.WriteProblem(writer, problem);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
