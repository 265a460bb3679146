using System.Buffers;
using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>
/// Puts two edits of one JSON object together, given what both were made on. A member that only one side changed is that side's; one that both
/// changed differently is the winner's. Objects are merged member by member, arrays and values stand or fall as a whole.
/// </summary>
internal sealed class FieldMerge
{
    private static readonly JsonElement EmptyObject = JsonElement.Parse("{}"u8);

    private readonly bool _mineWins;

    private FieldMerge(bool mineWins) => _mineWins = mineWins;

    public bool MineLost { get; private set; }

    public bool TheirsLost { get; private set; }

    public ReadOnlyMemory<byte> Content { get; private set; }

    public static FieldMerge Of(ReadOnlyMemory<byte> basis, ReadOnlyMemory<byte> mine, ReadOnlyMemory<byte> theirs, bool mineWins)
    {
        var merge = new FieldMerge(mineWins);
        var output = new ArrayBufferWriter<byte>(mine.Length + theirs.Length);
        using (var writer = new Utf8JsonWriter(output, JsonText.WriterOptions))
            merge.WriteObject(writer, JsonElement.Parse(basis.Span), JsonElement.Parse(mine.Span), JsonElement.Parse(theirs.Span));
        merge.Content = output.WrittenMemory;
        return merge;
    }

    private void WriteObject(Utf8JsonWriter writer, JsonElement basis, JsonElement mine, JsonElement theirs)
    {
        writer.WriteStartObject();
        foreach (var member in theirs.EnumerateObject())
            WriteMember(writer, member.Name, Find(basis, member.Name), Find(mine, member.Name), member.Value);
        foreach (var member in mine.EnumerateObject().Where(member => Find(theirs, member.Name) is null))
            WriteMember(writer, member.Name, Find(basis, member.Name), member.Value, null);
        writer.WriteEndObject();
    }

    private void WriteMember(Utf8JsonWriter writer, string name, JsonElement? basis, JsonElement? mine, JsonElement? theirs)
    {
        if (!IsSame(mine, theirs) && !IsSame(mine, basis) && !IsSame(theirs, basis) && IsObject(mine) && IsObject(theirs))
        {
            writer.WritePropertyName(name);
            WriteObject(writer, IsObject(basis) ? basis!.Value : EmptyObject, mine!.Value, theirs!.Value);
        }
        else if (Choose(basis, mine, theirs) is { } chosen)
        {
            writer.WritePropertyName(name);
            chosen.WriteTo(writer);
        }
    }

    private JsonElement? Choose(JsonElement? basis, JsonElement? mine, JsonElement? theirs)
    {
        if (IsSame(mine, theirs) || IsSame(mine, basis))
            return theirs;
        if (IsSame(theirs, basis))
            return mine;
        MineLost |= !_mineWins;
        TheirsLost |= _mineWins;
        return _mineWins ? mine : theirs;
    }

    private static JsonElement? Find(JsonElement members, string name) => members.TryGetProperty(name, out var value) ? value : null;

    private static bool IsObject(JsonElement? value) => value is { ValueKind: JsonValueKind.Object };

    private static bool IsSame(JsonElement? one, JsonElement? other) =>
        one is { } first && other is { } second ? JsonElement.DeepEquals(first, second) : one is null && other is null;
}
