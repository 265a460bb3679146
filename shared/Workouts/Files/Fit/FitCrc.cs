namespace FitServerless.Workouts.Files.Fit;

/// <summary>CRC-16/ARC, half a byte at a time (https://developer.garmin.com/fit/protocol/, "CRC").</summary>
internal static class FitCrc
{
    public const int Size = 2;

    private static readonly ushort[] Table =
    [
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    ];

    public static ushort Compute(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0;
        foreach (var value in bytes)
        {
            crc = (ushort)((crc >> 4) ^ Table[crc & 0xF] ^ Table[value & 0xF]);
            crc = (ushort)((crc >> 4) ^ Table[crc & 0xF] ^ Table[value >> 4]);
        }

        return crc;
    }
}
