using System.Text.Json;
using FitServerless.Adapters;
using FitServerless.Sync;

namespace FitServerless.Learning;

/// <summary>Adds up what was done of a plan.</summary>
internal static class PlanProgress
{
    public static PlanView View(SyncedDocument plan, IReadOnlyList<SyncedDocument> sessions, int recent)
    {
        var members = JsonElement.Parse(plan.Data.Span);
        var parts = sessions.Select(session => JsonElement.Parse(session.Data.Span))
            .Select(session => (Chunk: Text(session, "chunk_id"), Minutes: Minutes(session))).ToList();
        var minutes = Math.Round(parts.Sum(part => part.Minutes), 1);
        var own = Chunks(members);
        var spent = parts.Where(part => part.Chunk is not null).ToLookup(part => part.Chunk!, part => part.Minutes);
        var chunks = own.Select(chunk => PlanChunk.Of(chunk.Id, chunk.Own, spent[chunk.Id]))
            .Concat(spent.Where(other => own.TrueForAll(chunk => chunk.Id != other.Key)).Select(other => PlanChunk.Of(other.Key, null, other)));
        return new PlanView(plan, minutes, Percent(members, minutes), sessions.Count, [.. chunks], [.. sessions.Take(recent)]);
    }

    /// <summary>What the session says, else from its start to its end; nothing for one that is still running.</summary>
    private static double Minutes(JsonElement session)
    {
        if (Number(session, "duration_minutes") is { } minutes)
            return Math.Max(minutes, 0);
        return (Time(session, "start"), Time(session, "end")) is ({ } start, { } end) && end > start ? (end - start).TotalMinutes : 0;
    }

    private static int? Percent(JsonElement plan, double minutes) =>
        Number(plan, "total_hours") is { } hours and > 0 ? (int)Math.Min(Math.Round(minutes / (hours * 60) * 100), 100) : null;

    private static List<(string Id, JsonElement Own)> Chunks(JsonElement plan) =>
        plan.TryGetProperty("chunks", out var chunks) && chunks.ValueKind == JsonValueKind.Array
            ? [.. chunks.EnumerateArray().Where(chunk => RecordMembers.IdOf(chunk) is not null).Select(chunk => (RecordMembers.IdOf(chunk)!, chunk))]
            : [];

    /// <summary>The edge design calls them <c>start_time</c> and <c>end_time</c> in its tables.</summary>
    private static DateTimeOffset? Time(JsonElement session, string name) =>
        session.TryGetProperty(name, out var time) || session.TryGetProperty($"{name}_time", out time) ? CardTime.Find(time) : null;

    private static double? Number(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string? Text(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
