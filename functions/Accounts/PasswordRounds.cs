using System.Buffers.Binary;
using System.Security.Cryptography;

namespace FitServerless.Functions.Accounts;

/// <summary>
/// The rounds of a password's hash. In the format of ASP.NET Core's hasher they are the second of three big-endian numbers behind the version, 1:
/// https://github.com/dotnet/aspnetcore/blob/main/src/Identity/Extensions.Core/src/PasswordHasher.cs .
/// </summary>
internal static class PasswordRounds
{
    private const byte Version = 1;
    private const int Place = 1 + sizeof(uint);

    /// <summary>How many fewer than <paramref name="wanted"/> a hash has; none for what is no such hash.</summary>
    public static int Missing(string hash, int wanted)
    {
        Span<byte> bytes = stackalloc byte[128];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length >= Place + sizeof(int) && bytes[0] == Version
            ? Math.Max(0, wanted - BinaryPrimitives.ReadInt32BigEndian(bytes[Place..]))
            : 0;
    }

    /// <summary>Takes the time of so many rounds.</summary>
    public static void Spend(string password, int rounds)
    {
        if (rounds > 0)
            Rfc2898DeriveBytes.Pbkdf2(password, new byte[16], rounds, HashAlgorithmName.SHA512, 32);
    }
}
