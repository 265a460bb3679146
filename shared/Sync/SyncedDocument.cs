using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>A document as devices get it.</summary>
/// <param name="Data">Its JSON; empty for a tombstone.</param>
public sealed record SyncedDocument(DocumentKey Key, int Version, DateTimeOffset UpdatedAt, bool Deleted, ReadOnlyMemory<byte> Data)
{
    /// <summary>Reads the members that the server owns off the stored JSON; the rest goes through unparsed.</summary>
    public static SyncedDocument Read(DocumentKind kind, string id, StoredJson stored)
    {
        var body = stored.ToUtf8();
        var (version, updatedAt, deleted, data) = (0, DateTimeOffset.UnixEpoch, false, kind.IsBare ? body : default);
        var reader = new Utf8JsonReader(body.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("version"u8))
                version = reader.Read() ? reader.GetInt32() : 0;
            else if (reader.ValueTextEquals("updatedAt"u8))
                updatedAt = reader.Read() ? reader.GetDateTimeOffset() : updatedAt;
            else if (reader.ValueTextEquals("deletedAt"u8))
                deleted = reader.Read();
            else if (!kind.IsBare && reader.ValueTextEquals("data"u8))
                data = Value(ref reader, body);
            reader.Skip();
        }

        return new SyncedDocument(new DocumentKey(kind.Name, id), version, updatedAt, deleted, deleted ? default : data);
    }

    private static ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> body)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return body[start..(int)reader.BytesConsumed];
    }
}
