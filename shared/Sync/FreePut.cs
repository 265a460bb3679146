using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Sync;

/// <summary>A document of a kind without rules of its own.</summary>
internal sealed class FreePut(DocumentKind kind, string id, ReadOnlyMemory<byte> content, EditTime time, EditOrigin origin)
    : SyncedPut(new DocumentKey(kind.Name, id), time, origin)
{
    private const int MaxTag = 100;

    protected override ReadOnlyMemory<byte> Content => content;

    protected override bool MergesFields => kind.MergeFields;

    protected override int MaxBytes => kind.MaxBytes;

    protected override ReadOnlyMemory<byte> ContentOf(StoredJson body) => SyncedDocument.Read(kind, Key.Id, body).Data;

    protected override PendingJson BodyOf(ReadOnlyMemory<byte> content, int version, DateTimeOffset at) =>
        Envelope.Of(Key.Id, version, at, content);

    protected override Decision Put(
        StoredDocument? stored, ReadOnlyMemory<byte> content, int version, DateTimeOffset at, ChangeResult result, bool tellsCurrent) =>
        new Decision.Write(Lay(kind, Key, stored, content, version, at), result, tellsCurrent);

    /// <summary>Lays a document's next version out for the store.</summary>
    public static DocumentWrite Lay(
        DocumentKind kind, DocumentKey key, StoredDocument? replaced, ReadOnlyMemory<byte> content, int version, DateTimeOffset at)
    {
        var body = Envelope.Of(key.Id, version, at, content);
        var members = JsonElement.Parse(content.Span);
        return new DocumentWrite
        {
            Key = key,
            Replaces = replaced,
            State = new DocumentState
            {
                Version = version,
                UpdatedAt = at,
                ListedAt = kind.ListBy is { } member ? Time(members, member) ?? at : null,
            },
            Body = body,
            Summary = body,
            ListTag = Text(members, kind.Tag),
        };
    }

    private static DateTimeOffset? Time(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) ? Instants.Find(value) : null;

    private static string? Text(JsonElement members, string? name) =>
        name is not null && members.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: <= MaxTag } text && !text.Any(char.IsControl) ? text : null;
}
