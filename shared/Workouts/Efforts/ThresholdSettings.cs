using System.Collections.Concurrent;
using System.Text.Json;
using FitServerless.Sync;

namespace FitServerless.Workouts.Efforts;

/// <summary>
/// What users say of their thresholds: the document <c>training</c> of their preferences,
/// <c>{"ftp": 250, "thresholdHeartrate": 172, "maxHeartrate": 190}</c>.
/// </summary>
public sealed class ThresholdSettings(ISyncStore store, TimeProvider clock)
{
    /// <summary>About 200 bytes each, so 4 MB at most.</summary>
    private const int Capacity = 20_000;

    private static readonly DocumentKey Training = new("preferences", "training");

    /// <summary>How long another process's change of them may go unnoticed.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (Thresholds Value, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// None or one transaction, and the head's, which a write needs anyway. A user who has written nothing yet has no preferences either.
    /// </summary>
    public async Task<Thresholds> FindAsync(string userId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(userId, out var known) && known.Until > now)
            return known.Value;
        if ((await store.ReadHeadAsync(userId, fresh: false, cancellationToken)).ETag is null)
            return Thresholds.None;
        var stored = await store.FindAsync(userId, Training, withSamples: false, cancellationToken);
        var thresholds = stored is null or { State.Deleted: true } ? Thresholds.None : Parse(stored.Body.ToUtf8());
        if (_known.Count >= Capacity)
            _known.Clear();
        _known[userId] = (thresholds, now + Lifetime);
        return thresholds;
    }

    /// <summary>A free-form document, encrypted perhaps: what is not there as a plausible number is not known.</summary>
    internal static Thresholds Parse(ReadOnlyMemory<byte> document)
    {
        using var json = JsonDocument.Parse(document);
        var root = json.RootElement;
        // As the client wrote it, or within the envelope of its collection.
        var members = root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : root;
        return new Thresholds
        {
            Ftp = Whole(members, "ftp", 30, 1_000),
            ThresholdHeartrate = Whole(members, "thresholdHeartrate", 60, 250),
            MaxHeartrate = Whole(members, "maxHeartrate", 80, 250),
        };
    }

    private static int? Whole(JsonElement members, string name, double min, double max) =>
        members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.GetDouble() is var number && number >= min && number <= max
            ? (int)Math.Round(number)
            : null;
}
