using System.Diagnostics;
using System.Security.Cryptography;

namespace FitServerless.Bench.Load;

/// <summary>A fixed piece of work: when it takes longer than beside another cell, the machine had other things to do.</summary>
internal static class NoiseProbe
{
    private const int Rounds = 24;

    private static readonly byte[] Megabyte = new byte[1 << 20];

    public static double Milliseconds()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
            SHA256.HashData(Megabyte, hash);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
