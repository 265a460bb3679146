using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Accounts.SecondFactors;

/// <summary>Codes that each work once, for when the phone is lost.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>80 bits: nobody guesses that, so that a plain hash keeps it.</summary>
    private const int Bytes = 10;

    private const int Group = 4;

    /// <summary>For instance <c>J5QK-4ZRM-X2LA-7DWC</c>.</summary>
    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Count).Select(_ => NewCode())];

    /// <param name="code">Case, spaces and hyphens do not matter.</param>
    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Trim(code).ToUpperInvariant())));

    /// <summary>What is left when the code has been used; <c>null</c> when it is none of them.</summary>
    public static IReadOnlyList<string>? Use(IReadOnlyList<string> hashes, string code)
    {
        var hash = Encoding.UTF8.GetBytes(Hash(code));
        var left = hashes.Where(other => !CryptographicOperations.FixedTimeEquals(hash, Encoding.UTF8.GetBytes(other))).ToList();
        return left.Count < hashes.Count ? left : null;
    }

    public static string Trim(string code) => code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static string NewCode() =>
        string.Join('-', Base32.Encode(RandomNumberGenerator.GetBytes(Bytes)).Chunk(Group).Select(letters => new string(letters)));
}
