using System.Buffers;
using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>Documents whose members are the clients' own affair.</summary>
internal static class FreeDocumentRules
{
    public static PlannedChange PlanPut(DocumentKind kind, string id, JsonElement data, EditTime time, EditOrigin origin)
    {
        var content = Minify(data);
        if (content.Length > kind.MaxBytes)
            return PlannedChange.Refused(SyncProblems.TooLarge(kind));
        return PlannedChange.Accepted(new FreePut(kind, id, content, time)
        {
            BaseVersion = origin.BaseVersion,
            Mutation = origin.Mutation,
        });
    }

    /// <summary>Written as we write, so that the same content is the same bytes.</summary>
    private static ReadOnlyMemory<byte> Minify(JsonElement data)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, JsonText.WriterOptions))
            data.WriteTo(writer);
        return output.WrittenMemory;
    }
}
