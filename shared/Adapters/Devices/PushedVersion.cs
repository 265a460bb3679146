using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>A document that a device sent, and the version that this made.</summary>
/// <param name="Id">
/// 64 bits of a hash of the document's id: as long as a device has a million documents, one in 40 million of them is mistaken.
/// </param>
/// <param name="Version">0 when nothing was written.</param>
public readonly record struct PushedVersion(long Id, int Version, bool Deleted)
{
    private const int Size = 13;

    public static PushedVersion Of(DocumentKey key, int version, bool deleted) => new(Hash(key.Id), version, deleted);

    public static long Hash(string id) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    public static byte[] ToBytes(IReadOnlyList<PushedVersion> versions)
    {
        var bytes = new byte[versions.Count * Size];
        for (var i = 0; i < versions.Count; i++)
        {
            var one = bytes.AsSpan(i * Size);
            BinaryPrimitives.WriteInt64LittleEndian(one, versions[i].Id);
            BinaryPrimitives.WriteInt32LittleEndian(one[8..], versions[i].Version);
            one[12] = versions[i].Deleted ? (byte)1 : (byte)0;
        }

        return bytes;
    }

    public static IReadOnlyList<PushedVersion> Read(byte[] bytes) =>
    [
        .. bytes.Chunk(Size).Select(one => new PushedVersion(
            BinaryPrimitives.ReadInt64LittleEndian(one), BinaryPrimitives.ReadInt32LittleEndian(one.AsSpan(8)), one[12] == 1)),
    ];
}
