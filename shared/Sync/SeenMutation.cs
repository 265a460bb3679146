using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Sync;

/// <summary>A change that a device made under a name of its own, and what became of it: the same change again gets the same answer.</summary>
/// <param name="Device">64 bits of a hash of the device's id.</param>
/// <param name="Mutation">64 bits of a hash of the device's and the mutation's id.</param>
/// <param name="Version">The document's version after it.</param>
/// <param name="LostVersion">The version in the history that holds the losing side; 0 for none.</param>
/// <param name="At">When the edit counts as made.</param>
public readonly record struct SeenMutation(
    long Device, long Mutation, ChangeStatus Status = default, int Version = 0, int LostVersion = 0, DateTimeOffset At = default)
{
    public const int Size = 33;

    public static SeenMutation Of(string deviceId, string mutationId) => new(Hash(deviceId), Hash($"{deviceId}\n{mutationId}"));

    public static SeenMutation Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
        (ChangeStatus)bytes[16],
        BinaryPrimitives.ReadInt32LittleEndian(bytes[17..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[21..]),
        DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(bytes[25..])));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Device);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Mutation);
        bytes[16] = (byte)Status;
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(17), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(21), LostVersion);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(25), At.ToUnixTimeMilliseconds());
        return bytes;
    }

    public bool IsSame(SeenMutation other) => Mutation == other.Mutation && Device == other.Device;

    private static long Hash(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }
}
