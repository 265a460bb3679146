using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Functions.Sync;

/// <summary><c>"digest": {collection: {day: {count, hash}}}</c>.</summary>
internal static class DigestWriter
{
    public static void Write(Utf8JsonWriter writer, SyncDigest digest)
    {
        writer.WriteStartObject("digest"u8);
        foreach (var (collection, days) in digest.Collections)
        {
            writer.WriteStartObject(collection);
            foreach (var (day, count, hash) in days)
            {
                writer.WriteStartObject(day);
                writer.WriteNumber("count"u8, count);
                writer.WriteString("hash"u8, hash);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
