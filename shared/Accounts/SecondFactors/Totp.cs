using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Accounts.SecondFactors;

/// <summary>Time-based one-time passwords (RFC 6238) as every authenticator app has them: SHA-1, six digits, steps of 30 s.</summary>
internal static class Totp
{
    public const int Digits = 6;

    /// <summary>RFC 4226, 4: 160 bits are recommended.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;

    /// <summary>Steps to either side, for clocks that differ (RFC 6238, 5.2).</summary>
    private const int Window = 1;

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The step whose code this is, if it comes after <paramref name="lastStep"/>; else <c>null</c>.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        long? match = null;
        // All of them, whichever fits: the time it takes tells nothing.
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
        {
            var fits = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(code));
            match = fits && step > lastStep ? match ?? step : match;
        }

        return match;
    }

    /// <summary>RFC 4226, 5.3.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The RFC's own hash; other ones are not understood by many apps, and HMAC does not need it to be collision-free.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
