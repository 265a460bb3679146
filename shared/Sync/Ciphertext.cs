using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>
/// A document that its owner's devices encrypted: <c>{enc, kid, iv, ct}</c>, all texts. It is stored, synced and backed up; nothing of it is
/// ever interpreted, so of two concurrent edits the later one stands as a whole.
/// </summary>
public static class Ciphertext
{
    private static readonly string[] Members = ["enc", "kid", "iv", "ct"];

    public static bool Is(JsonElement data) => data.ValueKind == JsonValueKind.Object
        && Array.TrueForAll(Members, member => data.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String);

    public static bool Is(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return Is(document.RootElement);
    }
}
