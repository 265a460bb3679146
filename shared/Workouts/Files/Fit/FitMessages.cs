namespace FitServerless.Workouts.Files.Fit;

/// <summary>Walks through the messages of one file's data. Stops at the end, or where the data makes no sense any more.</summary>
internal ref struct FitMessages(ReadOnlySpan<byte> data)
{
    /// <summary>Ten times the samples we keep; a file of empty messages would have 32 million.</summary>
    private const int MaxMessages = 1_000_000;

    private const int CompressedHeader = 0x80;
    private const int DefinitionHeader = 0x40;
    private const int DeveloperHeader = 0x20;

    private readonly FitDefinition?[] _definitions = new FitDefinition[16];
    private ReadOnlySpan<byte> _rest = data;
    private uint _time;
    private int _count;

    public FitMessage Current { get; private set; }

    public ActivityRead.Refused? Problem { get; private set; }

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            if (++_count > MaxMessages)
                return Stop(FileRefusal.TooLarge, $"More than {MaxMessages} messages.");
            var header = _rest[0];
            _rest = _rest[1..];
            if ((header & (CompressedHeader | DefinitionHeader)) != DefinitionHeader)
                return ReadMessage(header);
            if (FitDefinition.Read(_rest, (header & DeveloperHeader) != 0, out var size) is not { } definition)
                return Stop(FileRefusal.Malformed, "The data ends within a definition.");
            _definitions[header & 0x0F] = definition;
            _rest = _rest[size..];
        }

        return false;
    }

    private bool ReadMessage(byte header)
    {
        var isCompressed = (header & CompressedHeader) != 0;
        if (_definitions[isCompressed ? (header >> 5) & 0x03 : header & 0x0F] is not { } definition)
            return Stop(FileRefusal.Malformed, "A message comes before its definition.");
        if (definition.MessageSize > _rest.Length)
            return Stop(FileRefusal.Malformed, "The data ends within a message.");
        var bytes = _rest[..definition.MessageSize];
        _rest = _rest[definition.MessageSize..];
        Current = new FitMessage(definition, bytes, isCompressed ? Advance(header & 0x1F) : null);
        if (!isCompressed && Current.Seconds(FitMessage.TimestampField) is { } time)
            Current = new FitMessage(definition, bytes, _time = time);
        return true;
    }

    /// <summary>The low five bits of a time that is at most 31 s after the last one.</summary>
    private uint Advance(int offset) => _time += ((uint)offset - _time) & 0x1F;

    private bool Stop(FileRefusal reason, string detail)
    {
        Problem = new ActivityRead.Refused(reason, detail);
        return false;
    }
}
