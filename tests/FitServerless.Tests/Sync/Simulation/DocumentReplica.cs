using System.Text.Json.Nodes;
using FitServerless.Sync;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>A document as a device has it from the server; what the device has changed since stands in its outbox.</summary>
internal sealed record DocumentReplica(int Version, string? Data)
{
    public bool Deleted => Data is null;

    public static DocumentReplica Of(SyncedDocument document) => new(
        document.Version, document.Deleted ? null : Canonical(JsonNode.Parse(document.Data.Span)!.AsObject()));

    /// <summary>The members that clients decide, sorted.</summary>
    public static string Canonical(JsonObject data) => string.Join(
        ' ', data.Where(member => member.Key.Length == 1 || member.Key is "title" or "notes" or "ct").Select(member => $"{member.Key}={member.Value}").Order());
}
