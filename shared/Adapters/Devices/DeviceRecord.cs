using System.Collections.Frozen;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>A document as a device stores it, with its id among its members.</summary>
public static class DeviceRecord
{
    internal static readonly FrozenSet<string> ClientsOwn = FrozenSet<string>.Empty;

    public static void Write(Utf8JsonWriter writer, SyncedDocument document)
    {
        writer.WriteStartObject();
        writer.WriteString(RecordMembers.Id, document.Key.Id);
        foreach (var member in RecordMembers.Of(JsonElement.Parse(document.Data.Span), ClientsOwn))
            member.WriteTo(writer);
        writer.WriteEndObject();
    }
}
