using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files;

/// <summary>Collects what a reader finds of one activity. What no device measures is left out.</summary>
internal sealed class ActivityBuilder
{
    /// <summary>A lap every ten seconds of a day; 1 MB.</summary>
    private const int MaxLaps = 10_000;

    private static readonly long Earliest = DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds();
    private static readonly long Latest = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private readonly SeriesBuilder _samples = new();
    private readonly List<ActivityLap> _laps = [];
    private readonly List<ActivityPause> _pauses = [];
    private readonly double[] _row = new double[ChannelInfo.Count];
    private long? _lastTime;
    private bool _isBroken;

    public string? Sport { get; set; }

    public string? Title { get; set; }

    public string? Notes { get; set; }

    public string? Creator { get; set; }

    public ActivityTotals Totals { get; set; } = new();

    /// <summary>The start as the file has it.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    public bool IsOverfull { get; private set; }

    public void BeginRow() => Array.Fill(_row, double.NaN);

    public void Set(Channel channel, double value)
    {
        var info = ChannelInfo.All[(int)channel];
        // A heart rate of 0 is how sensors say that they have lost the wearer.
        if (info.Accepts(value) && (value > 0 || channel != Channel.Heartrate))
            _row[(int)channel] = Decimals.Round(value, info.Decimals);
    }

    public bool IsSet(Channel channel) => !double.IsNaN(_row[(int)channel]);

    /// <summary>Takes the row in, unless it has no time or nothing was measured. Neighbours of the same time become one row.</summary>
    /// <param name="at">Epoch milliseconds.</param>
    public void EndRow(long? at)
    {
        if (at is not { } time || time < Earliest || time >= Latest || Array.TrueForAll(_row, double.IsNaN))
            return;
        if (time != _lastTime)
            AddRow(time);
        for (var c = 0; c < _row.Length && !IsOverfull; c++)
        {
            if (!double.IsNaN(_row[c]))
                _samples.Set((Channel)c, _row[c]);
        }
    }

    /// <summary>The next row comes after a pause.</summary>
    public void Break() => _isBroken = _lastTime is not null;

    public void AddLap(ActivityLap lap)
    {
        if (_laps.Count < MaxLaps)
            _laps.Add(lap);
    }

    public void AddPause(long from, long to)
    {
        if (from < to && from >= Earliest && to < Latest && _pauses.Count < MaxLaps)
            _pauses.Add(new ActivityPause(DateTimeOffset.FromUnixTimeMilliseconds(from), DateTimeOffset.FromUnixTimeMilliseconds(to)));
    }

    /// <summary><c>null</c> without samples.</summary>
    public ActivityFile? Build()
    {
        var samples = _samples.Build();
        if (samples.Count == 0)
            return null;
        var first = DateTimeOffset.FromUnixTimeMilliseconds(samples.Times[0]);
        return new ActivityFile
        {
            // Devices without a clock yet write starts years off; a recording does not wait a day for its first sample.
            StartedAt = StartedAt is { } start && start <= first && start > first.AddDays(-1) ? start : first,
            EndedAt = DateTimeOffset.FromUnixTimeMilliseconds(samples.Times[^1]),
            Sport = Sport,
            Title = Title,
            Notes = Notes,
            Creator = Creator,
            Laps = _laps,
            Pauses = _pauses,
            Samples = samples,
            Totals = Totals,
        };
    }

    private void AddRow(long time)
    {
        if (_samples.Count == MeasurementSeries.MaxRows)
        {
            IsOverfull = true;
            return;
        }

        if (_isBroken && _lastTime is { } last)
            AddPause(last, time);
        _isBroken = false;
        _samples.AddRow(time);
        _lastTime = time;
    }
}
