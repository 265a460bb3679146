using System.Globalization;

namespace FitServerless.Local.Host.Durable.Messages;

/// <summary>Keys that sort by the time they were made, and those of one process in the order they were made in.</summary>
internal sealed class MessageKeys(TimeProvider clock)
{
    // Another process, or this one after a restart, may come to the same number.
    private readonly string _process = Guid.NewGuid().ToString("N")[..8];
    private readonly Lock _lock = new();
    private long _last;

    /// <summary>Another key, at the place of this one among all others.</summary>
    public static string SamePlace(string key, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Split('+')[0]}+{generation:D9}");

    public string Next()
    {
        lock (_lock)
        {
            _last = Math.Max(_last + 1, clock.GetUtcNow().UtcTicks);
            return $"{_last.ToString("D19", CultureInfo.InvariantCulture)}-{_process}";
        }
    }
}
