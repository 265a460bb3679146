using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>
/// What the server remembers of a device, which itself remembers no cursor. An answer may be lost on its way, and the device does not say so;
/// until it has shown that it got one, all that this one held is sent again.
/// </summary>
public sealed record DeviceState
{
    /// <summary>As the edge design has it; then the device gets everything.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>4,000 times 13 bytes fit into one property of a row. What drops out of it comes back to the device, which has it already.</summary>
    private const int MaxEarlier = 4_000;

    /// <summary>The place up to which the device surely has everything.</summary>
    public Sequence Confirmed { get; init; } = Sequence.Start;

    /// <summary>The place up to which the last answer told it everything.</summary>
    public Sequence Answered { get; init; } = Sequence.Start;

    /// <summary>What the last request sent.</summary>
    public IReadOnlyList<PushedVersion> Last { get; init; } = [];

    /// <summary>What requests before the last sent, since <see cref="Confirmed"/>.</summary>
    public IReadOnlyList<PushedVersion> Earlier { get; init; } = [];

    /// <summary>In which the device counts time.</summary>
    public UnixUnit Unit { get; init; }

    public DateTimeOffset LastSync { get; init; }

    /// <summary>Names the last answer.</summary>
    public string Token => Answered.ToString();

    public bool IsExpired(DateTimeOffset now) => now - LastSync > Lifetime;

    /// <summary>
    /// Whether the device got the last answer: it says so, or it sends none of what it sent then. It sends what it changed since the last answer
    /// it took in, so without that answer it would send all of it again.
    /// </summary>
    public bool IsConfirmedBy(string? token, IReadOnlySet<long> sent) =>
        token == Token || (Last.Count > 0 && !Last.Any(pushed => sent.Contains(pushed.Id)));

    /// <summary>The state that a new request begins with.</summary>
    public DeviceState Begin(string? token, IReadOnlySet<long> sent) => IsConfirmedBy(token, sent)
        ? this with { Confirmed = Answered, Earlier = [.. Last.Where(pushed => !pushed.Deleted)], Last = [] }
        : this with { Earlier = [.. Earlier.Concat(Last).TakeLast(MaxEarlier)], Last = [] };

    /// <summary>The device made this version itself and has no need of it.</summary>
    public bool Made(DocumentKey key, int version) => Find(key.Id) is { } pushed && pushed.Version == version;

    public bool Sent(DocumentKey key) => Find(key.Id) is { Deleted: false };

    /// <summary>The delete has been carried out, and comes again because its answer was lost.</summary>
    public bool HasDeleted(string id) => Find(id) is { Deleted: true };

    private PushedVersion? Find(string id)
    {
        var hash = PushedVersion.Hash(id);
        foreach (var pushed in Last)
        {
            if (pushed.Id == hash)
                return pushed;
        }

        // From its end and in place: this is asked of every document of a page.
        for (var at = Earlier.Count - 1; at >= 0; at--)
        {
            if (Earlier[at].Id == hash)
                return Earlier[at];
        }

        return null;
    }
}
