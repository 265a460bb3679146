using System.Text;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>Writes an activity in the order that devices do: everything by time, and what it came to at the end.</summary>
internal sealed class FitActivityWriter
{
    private const string Program = "FitServerless";
    private const double None = double.NaN;
    private const int TimerEvent = 0, LapEvent = 9, ActivityEvent = 26;
    private const int Start = 0, Stop = 1, StopAll = 4;

    /// <summary>At the same second a restart comes before the sample, and a stop after it.</summary>
    private const int BeforeSample = 0, AtSample = 1, AfterSample = 2;

    private readonly FitOutput _output = new();
    private readonly ActivityFile _activity;
    private readonly FitExtras _extras;
    private readonly IReadOnlyList<ActivityLap> _laps;
    private readonly uint _start;
    private readonly uint _end;

    private FitActivityWriter(ActivityFile activity, FitExtras extras)
    {
        (_activity, _extras) = (activity, extras);
        _laps = WholeLap.LapsOf(activity);
        _start = FitUnits.FromTime(activity.StartedAt);
        _end = FitUnits.FromTime(activity.EndedAt);
    }

    public static byte[] Write(ActivityFile activity, FitExtras extras) => new FitActivityWriter(activity, extras).Write();

    private byte[] Write()
    {
        WriteFileId();
        foreach (var extra in _extras.Messages.TakeWhile(extra => extra.Time < _start))
            WriteExtra(extra);
        WriteEvent(_start, Start);
        WriteByTime();
        WriteEvent(_end, StopAll);
        foreach (var extra in _extras.Messages.SkipWhile(extra => extra.Time <= _end))
            WriteExtra(extra);
        WriteSession();
        _output.Write(FitLayouts.Activity, [_end, WholeLap.SecondsOf(_activity), 1, 0, ActivityEvent, Stop, _end]);
        return _output.Finish();
    }

    private void WriteFileId()
    {
        Span<byte> name = stackalloc byte[FitLayouts.ProductNameSize];
        // At least one byte stays zero and ends the text.
        Encoding.UTF8.TryGetBytes(_activity.Creator ?? Program, name[..^1], out var length);
        if (length == 0)
            Encoding.UTF8.GetBytes(Program, name);
        _output.Write(FitLayouts.FileId, [4, FitManufacturers.Development, 0, 1, _start], name);
    }

    private void WriteEvent(uint time, int type) => _output.Write(FitLayouts.Event, [time, TimerEvent, type]);

    private void WriteExtra(FitExtra extra) =>
        _output.Write(extra.Shape.Whole, extra.Shape.Whole.Columns.Length > 0 ? [extra.Time] : [], extra: extra);

    private void WriteByTime()
    {
        var marks = new Queue<Mark>(Marks().OrderBy(mark => mark.Time).ThenBy(mark => mark.Rank));
        var records = new FitRecordWriter(_output, _activity.Samples);
        uint? last = null;
        for (var row = 0; row < _activity.Samples.Count; row++)
        {
            var time = FitUnits.FromUnixMilliseconds(_activity.Samples.Times[row]);
            if (time == last)
                continue;
            while (marks.TryPeek(out var mark) && (mark.Time, mark.Rank).CompareTo((time, AtSample)) < 0)
                marks.Dequeue().Write();
            records.Write(row, time, Find(_extras.Records, time));
            last = time;
        }

        foreach (var mark in marks)
            mark.Write();
    }

    private IEnumerable<Mark> Marks()
    {
        foreach (var pause in _activity.Pauses)
        {
            var (from, to) = (FitUnits.FromTime(pause.From), FitUnits.FromTime(pause.To));
            yield return new Mark(from, AfterSample, () => WriteEvent(from, StopAll));
            yield return new Mark(to, BeforeSample, () => WriteEvent(to, Start));
        }

        for (var i = 0; i < _laps.Count; i++)
        {
            var index = i;
            var end = i + 1 < _laps.Count ? FitUnits.FromTime(_laps[i + 1].StartedAt) : _end;
            yield return new Mark(end, i + 1 < _laps.Count ? BeforeSample : AfterSample, () => WriteLap(index, end));
        }

        foreach (var extra in _extras.Messages.Where(extra => extra.Time >= _start && extra.Time <= _end))
            yield return new Mark(extra.Time, AfterSample, () => WriteExtra(extra));
    }

    private void WriteLap(int index, uint end)
    {
        var lap = _laps[index];
        var start = FitUnits.FromTime(lap.StartedAt);
        _output.Write(FitLayouts.Lap,
        [
            index, end, LapEvent, Stop, start, Math.Max(lap.Seconds, (double)end - start), lap.Seconds, lap.Distance ?? None,
            lap.Calories ?? None, lap.AvgHeartrate ?? None, lap.MaxHeartrate ?? None, lap.AvgCadence ?? None, lap.AvgPower ?? None,
            lap.MaxPower ?? None, lap.MaxSpeed ?? None,
        ],
        extra: Find(_extras.Laps, start));
    }

    private void WriteSession()
    {
        var summary = SeriesSummary.Of(_activity.Samples);
        var totals = _activity.Totals;
        var seconds = WholeLap.SecondsOf(_activity);
        var sport = Sports.ToFit(_activity.Sport);
        var kind = _extras.Kind is { } known && known.Sport == sport ? known.SubSport : 0;
        _output.Write(FitLayouts.Session,
        [
            0, _end, LapEvent, Stop, _start, Math.Max(seconds, (double)_end - _start), seconds, totals.Distance ?? summary.Distance ?? None,
            totals.Calories ?? summary.Calories ?? None, summary.AvgHeartrate ?? None, summary.MaxHeartrate ?? None,
            summary.AvgCadence ?? None, summary.AvgPower ?? None, summary.MaxPower ?? None, None, sport, kind,
            totals.Ascent ?? summary.Ascent ?? None, summary.NormalizedPower ?? None, 0, _laps.Count,
        ],
        extra: _extras.Session);
    }

    private static FitExtra? Find(IReadOnlyDictionary<uint, FitExtra> extras, uint time) => extras.TryGetValue(time, out var extra) ? extra : null;

    private sealed record Mark(uint Time, int Rank, Action Write);
}
