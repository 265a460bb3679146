namespace FitServerless.Functions.Http;

/// <summary>Counts the streams of this instance, in all and by user.</summary>
internal sealed class EventStreamSeats(int maxPerUser, int maxInAll)
{
    private readonly Dictionary<string, int> _byUser = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _inAll;

    /// <summary>Why there is no seat; <c>null</c> when one was taken, which is to be <see cref="Leave">left</see> again.</summary>
    public Problem? Take(string userId)
    {
        lock (_gate)
        {
            var ofUser = _byUser.GetValueOrDefault(userId);
            if (ofUser >= maxPerUser)
                return Problems.TooManyStreams;
            if (_inAll >= maxInAll)
                return Problems.StreamsFull;
            _byUser[userId] = ofUser + 1;
            _inAll++;
            return null;
        }
    }

    public void Leave(string userId)
    {
        lock (_gate)
        {
            _inAll--;
            if (--_byUser[userId] == 0)
                _byUser.Remove(userId);
        }
    }
}
