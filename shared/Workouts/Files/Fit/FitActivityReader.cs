using FitServerless.Workouts.Measurements;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>Makes an activity of one file's messages, in whatever order they come.</summary>
internal sealed class FitActivityReader
{
    private const int ActivityType = 4;
    private const int TimerEvent = 0;
    private const int CreatorDevice = 0;

    private readonly FitDeveloperFields _developerFields = new();
    private readonly FitDistance _distance = new();
    private int? _type;
    private uint? _stoppedAt;
    private int? _sport;

    public ActivityBuilder Activity { get; } = new();

    /// <summary>Files without a type have been seen; their records say what they are.</summary>
    public bool IsActivity => _type is null or ActivityType;

    public void Read(FitMessage message)
    {
        switch (message.Number)
        {
            case FitMessageNumber.FileId: ReadFileId(message); break;
            case FitMessageNumber.Sport: ReadSport(message, 0); break;
            case FitMessageNumber.Session: ReadSession(message); break;
            case FitMessageNumber.Lap: ReadLap(message); break;
            case FitMessageNumber.Record: ReadRecord(message); break;
            case FitMessageNumber.Event: ReadEvent(message); break;
            case FitMessageNumber.DeviceInfo: ReadDevice(message); break;
            case FitMessageNumber.FieldDescription: _developerFields.Describe(message); break;
            default: break;
        }
    }

    private void ReadFileId(FitMessage message)
    {
        _type ??= message.Whole(0);
        Activity.Creator = message.Text(8) ?? Activity.Creator ?? FitManufacturers.NameOf(message.Whole(1));
    }

    private void ReadDevice(FitMessage message)
    {
        if (message.Whole(0) == CreatorDevice && message.Text(27) is { } product)
            Activity.Creator = product;
    }

    private void ReadSport(FitMessage message, byte field)
    {
        if (message.Whole(field) is not { } sport)
            return;
        // The legs of a triathlon are sessions of their own.
        Activity.Sport = _sport is { } other && other != sport ? Sports.Multisport : Sports.FromFit(sport);
        _sport = sport;
    }

    private void ReadSession(FitMessage message)
    {
        ReadSport(message, 5);
        if (message.Seconds(2) is { } start && (Activity.StartedAt is null || FitUnits.ToTime(start) < Activity.StartedAt))
            Activity.StartedAt = FitUnits.ToTime(start);
        var total = Activity.Totals;
        Activity.Totals = new ActivityTotals
        {
            TimerSeconds = Sum(total.TimerSeconds, message.Scaled(8, 1000)),
            Distance = Sum(total.Distance, message.Scaled(9, 100)),
            Calories = (int?)Sum(total.Calories, message.Whole(11)),
            Ascent = (int?)Sum(total.Ascent, message.Whole(22)),
        };
    }

    private static double? Sum(double? left, double? right) => left is null ? right : left + (right ?? 0);

    private void ReadLap(FitMessage message)
    {
        var seconds = message.Scaled(8, 1000) ?? message.Scaled(7, 1000);
        if (message.Seconds(2) is not { } start || seconds is null)
            return;
        Activity.AddLap(new ActivityLap
        {
            StartedAt = FitUnits.ToTime(start),
            Seconds = seconds.Value,
            Distance = message.Scaled(9, 100),
            Calories = message.Whole(11),
            AvgHeartrate = message.Whole(15),
            MaxHeartrate = message.Whole(16),
            AvgCadence = message.Whole(17),
            AvgPower = message.Whole(19),
            MaxPower = message.Whole(20),
            MaxSpeed = message.Scaled(14, 1000),
        });
    }

    private void ReadRecord(FitMessage message)
    {
        Activity.BeginRow();
        foreach (var field in FitRecordFields.All)
        {
            if (message[field.Number] is var stored && !double.IsNaN(stored))
                Activity.Set(field.Channel, field.FromStored(stored));
        }

        if (message[4] + (message[FitRecordFields.FractionalCadence] / 128) is var cadence && !double.IsNaN(cadence))
            Activity.Set(Channel.Cadence, cadence);
        _distance.Read(message.Bytes(FitRecordFields.CompressedSpeedDistance), Activity);
        _developerFields.Fill(message, Activity);
        Activity.EndRow(message.Time is { } time ? FitUnits.ToUnixMilliseconds(time) : null);
    }

    private void ReadEvent(FitMessage message)
    {
        if (message.Whole(0) != TimerEvent || message.Time is not { } time)
            return;
        // 0 is start; 1, 4, 8 and 9 are stop, stop all, and both of them once more with "disable".
        if (message.Whole(1) is 1 or 4 or 8 or 9)
        {
            _stoppedAt ??= time;
        }
        else if (message.Whole(1) == 0 && _stoppedAt is { } stopped)
        {
            Activity.AddPause(FitUnits.ToUnixMilliseconds(stopped), FitUnits.ToUnixMilliseconds(time));
            _stoppedAt = null;
        }
    }
}
