using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitServerless.Workouts;

/// <summary>An edit out of a list, or what was wrong with it: one that cannot be read must not block its neighbours.</summary>
/// <param name="Error">The member that could not be read, as a JSON path; <c>null</c> if all could.</param>
[JsonConverter(typeof(Converter))]
public sealed record ParsedEdit(WorkoutEdit? Edit, string? Error)
{
    internal sealed class Converter : JsonConverter<ParsedEdit>
    {
        /// <summary>A <c>null</c> in the list is an edit that cannot be read, too.</summary>
        public override bool HandleNull => true;

        public override ParsedEdit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            // The whole body is in memory, so a copy of the reader can go back to where the edit starts.
            var start = reader;
            try
            {
                return new ParsedEdit(JsonSerializer.Deserialize(ref reader, WorkoutJson.Default.WorkoutEdit) ?? throw new JsonException(), null);
            }
            catch (JsonException e)
            {
                reader = start;
                reader.Skip();
                return new ParsedEdit(null, e.Path ?? "$");
            }
        }

        public override void Write(Utf8JsonWriter writer, ParsedEdit value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Edits are only read.");
    }
}
