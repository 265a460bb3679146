using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Local.Host.Durable.Orchestrations;

/// <summary>GUIDs that a replay makes anew: version 5 of RFC 9562, from the execution and a counter.</summary>
internal sealed class DeterministicGuids(string execution)
{
    // Of this host alone, so made up.
    private static readonly Guid Namespace = new("5d0b7d0e-37cf-4a86-a3b3-7f0ae9d4c1b5");

    private int _made;

    public Guid Next()
    {
        var name = Encoding.UTF8.GetBytes($"{execution}/{_made++}");
#pragma warning disable CA5350 // RFC 9562 has version 5 with SHA-1, and nothing secret depends on it.
        var hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. name]).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
