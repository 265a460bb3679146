using System.Buffers;

namespace FitServerless.Workouts.Files.Fit;

/// <summary>Collects what one file's messages hold besides what we know.</summary>
internal sealed class FitExtrasReader
{
    /// <summary>Beats of five hours are 50,000 messages.</summary>
    private const int MaxMessages = 200_000;

    private const int TimerEvent = 0;

    private static readonly HashSet<byte> OurRecordFields =
    [
        FitMessage.TimestampField, FitRecordFields.CompressedSpeedDistance, FitRecordFields.FractionalCadence,
        .. FitRecordFields.All.Select(field => field.Number),
    ];

    private static readonly HashSet<byte> OurLapFields = [.. FitLayouts.Lap.Columns.Select(column => column.Number)];
    private static readonly HashSet<byte> OurSessionFields = [.. FitLayouts.Session.Columns.Select(column => column.Number)];

    private readonly Dictionary<(FitDefinition, bool IsCompressed), FitExtraShape> _shapes = [];
    private readonly Dictionary<(byte Developer, byte Field), byte> _types = [];
    private readonly ArrayBufferWriter<byte> _values = new(64 * 1024);
    private readonly List<Place> _messages = [];
    private readonly Dictionary<uint, Place> _records = [];
    private readonly Dictionary<uint, Place> _laps = [];
    private readonly List<uint> _recordTimes = [];
    private Place? _session;
    private (int Sport, int SubSport)? _kind;
    private int _sessions;
    private uint _time;

    public bool HasRecordWithin(uint first, uint last) => _recordTimes.Exists(time => time >= first && time <= last);

    public void Read(FitMessage message)
    {
        _time = message.Time ?? _time;
        switch (message.Number)
        {
            case FitMessageNumber.Record: ReadRecord(message); break;
            case FitMessageNumber.Lap when message.Seconds(2) is { } start: _laps.TryAdd(start, Keep(message, _time)); break;
            case FitMessageNumber.Session: ReadSession(message); break;
            case FitMessageNumber.FieldDescription: Describe(message); break;
            case FitMessageNumber.DeveloperDataId: Add(message, 0); break;
            // We write these ourselves. A sport that its owner has changed since must not come back.
            case FitMessageNumber.FileId or FitMessageNumber.Activity or FitMessageNumber.Sport or FitMessageNumber.Lap: break;
            case FitMessageNumber.Event when message.Whole(0) == TimerEvent: break;
            default: Add(message, _time); break;
        }
    }

    public FitExtras Build() => new()
    {
        Messages = [.. _messages.OrderBy(message => message.Time).Select(Extra)],
        Records = _records.ToDictionary(record => record.Key, record => Extra(record.Value)),
        Laps = _laps.ToDictionary(lap => lap.Key, lap => Extra(lap.Value)),
        Session = _sessions == 1 && _session is { } session ? Extra(session) : null,
        Kind = _sessions == 1 ? _kind : null,
    };

    private void ReadRecord(FitMessage message)
    {
        if (message.Time is not { } time)
            return;
        _recordTimes.Add(time);
        if (!ShapeOf(message).IsEmpty && !_records.ContainsKey(time))
            _records.Add(time, Keep(message, time));
    }

    private void ReadSession(FitMessage message)
    {
        _sessions++;
        _session = Keep(message, _time);
        _kind = (message.Whole(5) ?? 0, message.Whole(6) ?? 0);
    }

    private void Describe(FitMessage description)
    {
        if (description.Whole(0) is { } developer && description.Whole(1) is { } field && description.Whole(2) is { } type)
            _types[((byte)developer, (byte)field)] = (byte)type;
        Add(description, 0);
    }

    private void Add(FitMessage message, uint time)
    {
        if (_messages.Count < MaxMessages)
            _messages.Add(Keep(message, time));
    }

    private Place Keep(FitMessage message, uint time)
    {
        var shape = ShapeOf(message);
        var start = _values.WrittenCount;
        shape.Copy(message, _values);
        return new Place(time, shape, start, _values.WrittenCount - start);
    }

    private FitExtraShape ShapeOf(FitMessage message)
    {
        var isCompressed = message.Time is not null && !message.Definition.TryFind(FitMessage.TimestampField, out _);
        if (!_shapes.TryGetValue((message.Definition, isCompressed), out var shape))
        {
            shape = new FitExtraShape(message.Definition, isCompressed, IsOurs(message.Number), TypeOf);
            _shapes[(message.Definition, isCompressed)] = shape;
        }

        return shape;
    }

    private static Predicate<FitField> IsOurs(ushort message) => message switch
    {
        FitMessageNumber.Record => field => OurRecordFields.Contains(field.Number),
        FitMessageNumber.Lap => field => OurLapFields.Contains(field.Number),
        FitMessageNumber.Session => field => OurSessionFields.Contains(field.Number),
        _ => _ => false,
    };

    /// <summary>One that nobody described is bytes.</summary>
    private byte TypeOf(FitField field) => _types.GetValueOrDefault((field.Type, field.Number), FitBaseType.Byte);

    private FitExtra Extra(Place place) => new(place.Time, place.Shape, _values.WrittenMemory.Slice(place.Start, place.Length));

    /// <summary>Where its values are, in a buffer that still grows.</summary>
    private readonly record struct Place(uint Time, FitExtraShape Shape, int Start, int Length);
}
