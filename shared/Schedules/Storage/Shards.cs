using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Schedules.Storage;

/// <summary>
/// Spreads people over partitions: one takes 2,000 rows a second, and moving a person on writes three. 16 take 10,000 people a second, which is
/// 150,000, the morning of a zone with 15 % of a million people, in 15 s.
/// </summary>
internal static class Shards
{
    private const int Count = 16;

    /// <summary>Stored in keys: it must never change for a person.</summary>
    public static string Of(string userId) =>
        (SHA256.HashData(Encoding.UTF8.GetBytes(userId))[0] % Count).ToString("x1", System.Globalization.CultureInfo.InvariantCulture);
}
