using System.Collections.Concurrent;
using FitServerless.Quotas;

namespace FitServerless.Chat;

/// <summary>
/// At most so many a minute of each member in each room, counted in this process: generic cell rate algorithm (ITU-T I.371), one time a
/// member. All of a minute's may come at once; then they come back one by one.
/// </summary>
internal sealed class MemberRate(string name, int perMinute, TimeProvider clock)
{
    /// <summary>About 200 bytes each, so 4 MB at most.</summary>
    private const int Capacity = 20_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly QuotaPolicy _policy = new(name, perMinute, Window);
    private readonly TimeSpan _interval = Window / perMinute;
    private readonly ConcurrentDictionary<(string RoomId, string UserId), DateTimeOffset> _usedUp = new();

    /// <summary><c>null</c> when it may be; else how long to wait, as a standing with nothing left.</summary>
    public QuotaStanding? Take(string roomId, string userId)
    {
        var now = clock.GetUtcNow();
        if (_usedUp.Count >= Capacity)
            Clean(now);
        TimeSpan? wait = null;
        _usedUp.AddOrUpdate(
            (roomId, userId),
            now + _interval,
            (_, until) =>
            {
                var next = (until > now ? until : now) + _interval;
                wait = next - now > Window ? next - now - Window : null;
                return wait is null ? next : until;
            });
        return wait is { } late ? new QuotaStanding(_policy, 0, (int)Math.Ceiling(late.TotalSeconds)) : null;
    }

    private void Clean(DateTimeOffset now)
    {
        foreach (var (member, until) in _usedUp)
        {
            if (until <= now)
                _usedUp.TryRemove(member, out _);
        }

        // An attack of many members: they start anew rather than take the memory.
        if (_usedUp.Count >= Capacity)
            _usedUp.Clear();
    }
}
