namespace FitServerless.Workouts.Files;

/// <summary>Where the XML formats break a track: before the first sample after a pause.</summary>
internal sealed class PauseBreaks(ActivityFile activity)
{
    private readonly long[] _ends = [.. activity.Pauses.Select(pause => pause.To.ToUnixTimeMilliseconds()).Order()];
    private int _next;

    /// <summary>Asked of one sample after the other.</summary>
    public bool IsBefore(long time)
    {
        var before = _next;
        while (_next < _ends.Length && _ends[_next] <= time)
            _next++;
        return _next > before;
    }
}
