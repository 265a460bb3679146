namespace FitServerless.Tests.Telemetry;

/// <summary>One field of a protobuf message (https://protobuf.dev/programming-guides/encoding/): a number, or bytes that may be a message.</summary>
internal readonly record struct ProtoField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    public IEnumerable<ProtoField> Fields => Read(Bytes);

    public static IReadOnlyList<ProtoField> Read(ReadOnlyMemory<byte> message)
    {
        var fields = new List<ProtoField>();
        var at = 0;
        while (at < message.Length)
        {
            var tag = Varint(message.Span, ref at);
            fields.Add(Next((int)(tag >> 3), (int)(tag & 7), message, ref at));
        }

        return fields;
    }

    private static ProtoField Next(int number, int wireType, ReadOnlyMemory<byte> message, ref int at)
    {
        if (wireType == 0)
            return new(number, Varint(message.Span, ref at), default);
        var length = wireType switch
        {
            1 => 8,
            2 => (int)Varint(message.Span, ref at),
            5 => 4,
            _ => throw new FormatException($"No wire type {wireType}."),
        };
        at += length;
        return new(number, 0, message.Slice(at - length, length));
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
