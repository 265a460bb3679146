using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Sync;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

/// <summary>
/// One document and the changes that arrive at it, in memory. A change sees no more than it asked for, so what it needs and what it says it needs
/// are the same.
/// </summary>
internal sealed class Fold
{
    private readonly List<PastVersion> _history = [];
    private StoredDocument? _stored;
    private long _sequence;

    public DocumentState? State => _stored?.State;

    public MeasurementSeries Samples => SeriesCodec.Decode(_stored?.Samples);

    /// <summary>What clients see of the document but its version.</summary>
    public JsonObject? Content => _stored is null ? null : Without(_stored.Body, "version", "syncedAt");

    public ChangeResult Apply(DocumentChange change)
    {
        var decision = change.Decide(_stored is null ? null : Visible(change, _stored));
        if (decision is Decision.Write { Document: var write })
            Write(write);
        return decision.Result;
    }

    public IReadOnlyList<ChangeResult> ApplyAll(params IEnumerable<DocumentChange> changes) => [.. changes.Select(Apply)];

    /// <summary>What it comes to, in one text: the members of the content sorted, then the samples.</summary>
    public override string ToString() =>
        $"{string.Join(",", (Content ?? []).Select(member => $"{member.Key}:{Sorted(member.Value)}").Order())} {JsonSerializer.Serialize(Samples)}";

    private StoredDocument Visible(DocumentChange change, StoredDocument stored) => stored with
    {
        Samples = change.NeedsSamples ? stored.Samples : null,
        History = change.NeedsHistory(stored) ? [.. _history.OrderBy(past => past.Version)] : [],
    };

    private void Write(DocumentWrite write)
    {
        Assert.Equal(_stored?.State, write.Replaces?.State);
        var sequence = write.Moves ? new Sequence(++_sequence) : _stored!.State.Sequence;
        var samples = write.Samples ?? _stored?.Samples;
        var history = HistoryStep.Of(write, 20, sequence);
        _history.AddRange(history.Added);
        _history.RemoveAll(past => history.Dropped.Contains(past.Version));
        _stored = new StoredDocument(
            write.State with
            {
                Sequence = sequence,
                SampleRows = BatchLimits.SampleRows(samples?.Length ?? 0),
                Past = write.State.Past with { Versions = history.Versions, Kept = history.Kept },
            },
            write.Moves ? new StoredJson(write.Body.At(sequence)) : _stored!.Body,
            samples);
    }

    private static string Sorted(JsonNode? node) => node is JsonObject members
        ? $"{{{string.Join(",", members.Select(member => $"{member.Key}:{member.Value}").Order())}}}"
        : $"{node}";

    private static JsonObject Without(StoredJson body, params string[] members)
    {
        var content = JsonNode.Parse(body.ToUtf8().Span)!.AsObject();
        foreach (var member in members)
            content.Remove(member);
        return content;
    }
}
