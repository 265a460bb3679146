using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Coach;

/// <summary>What the rules draw from: the same for a person all day, another one tomorrow.</summary>
public static class CoachSeed
{
    /// <param name="day">In the person's own time zone.</param>
    public static int Of(string userId, DateOnly day) => BinaryPrimitives.ReadInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{userId} {day:O}"))));
}
