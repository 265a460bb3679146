using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Sync;

/// <summary>
/// What the server has, a count and a hash for each collection and UTC day of <c>updatedAt</c>, so that a client can find where it differs
/// instead of starting over. Deleted documents don't count. A document's hash is the first 8 bytes of the SHA-256 of
/// <c>{collection}\n{id}\n{version}</c> in UTF-8, as a big-endian number; a day's hash is the exclusive or of its documents' hashes, in 16
/// hexadecimal digits, and so the same in whatever order they are taken.
/// </summary>
public sealed class SyncDigest
{
    private readonly SortedDictionary<string, SortedDictionary<string, (int Count, ulong Hash)>> _days = new(StringComparer.Ordinal);

    /// <summary>By collection and day (<c>2026-03-01</c>).</summary>
    public IEnumerable<(string Collection, IReadOnlyCollection<(string Day, int Count, string Hash)> Days)> Collections => _days.Select(
        collection => (collection.Key, (IReadOnlyCollection<(string, int, string)>)
            [.. collection.Value.Select(day => (day.Key, day.Value.Count, day.Value.Hash.ToString("x16", CultureInfo.InvariantCulture)))]));

    public void Add(DocumentKey key, int version, DateTimeOffset updatedAt)
    {
        if (!_days.TryGetValue(key.Collection, out var days))
            _days[key.Collection] = days = new(StringComparer.Ordinal);
        var day = updatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (count, hash) = days.GetValueOrDefault(day);
        days[day] = (count + 1, hash ^ HashOf(key, version));
    }

    private static ulong HashOf(DocumentKey key, int version)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key.Collection}\n{key.Id}\n{version}")), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
