using FitServerless.Workouts.Files.Fit;

namespace FitServerless.Tests.Workouts.Files;

public sealed class FitGoldenTests
{
    /// <summary>The check value of CRC-16/ARC (https://reveng.sourceforge.io/crc-catalogue/16.htm#crc.cat.crc-16-arc).</summary>
    [Fact]
    public void The_checksum_of_123456789_is_BB3D() => Assert.Equal(0xBB3D, FitCrc.Compute("123456789"u8));

    [Fact]
    public void Time_starts_with_the_last_day_of_1989() =>
        Assert.Equal(new DateTimeOffset(1989, 12, 31, 0, 0, 0, TimeSpan.Zero), FitUnits.ToTime(0));

    /// <summary>The example of the FIT cookbook: 1,000,000,000 is 2021-09-08T01:46:40Z.</summary>
    [Fact]
    public void A_billion_seconds_later_it_is_2021()
    {
        Assert.Equal(new DateTimeOffset(2021, 9, 8, 1, 46, 40, TimeSpan.Zero), FitUnits.ToTime(1_000_000_000));
        Assert.Equal(1_000_000_000u, FitUnits.FromTime(new DateTimeOffset(2021, 9, 8, 1, 46, 40, 999, TimeSpan.Zero)));
        Assert.Equal(1_631_065_600_000, FitUnits.ToUnixMilliseconds(1_000_000_000));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1 << 30, 90)]
    [InlineData(int.MinValue, -180)]
    [InlineData(495280430, 41.513926)]
    public void A_circle_has_two_to_the_32_semicircles(int semicircles, double degrees)
    {
        Assert.Equal(degrees, FitUnits.ToDegrees(semicircles), 6);
        Assert.Equal(semicircles, FitUnits.ToSemicircles(FitUnits.ToDegrees(semicircles)), 3);
    }

    [Theory]
    [InlineData(0x00, "FF")]
    [InlineData(0x01, "7F")]
    [InlineData(0x02, "FF")]
    [InlineData(0x83, "FF7F")]
    [InlineData(0x84, "FFFF")]
    [InlineData(0x85, "FFFFFF7F")]
    [InlineData(0x86, "FFFFFFFF")]
    [InlineData(0x88, "FFFFFFFF")]
    [InlineData(0x89, "FFFFFFFFFFFFFFFF")]
    [InlineData(0x0A, "00")]
    [InlineData(0x8B, "0000")]
    [InlineData(0x8C, "00000000")]
    [InlineData(0x8E, "FFFFFFFFFFFFFF7F")]
    [InlineData(0x8F, "FFFFFFFFFFFFFFFF")]
    [InlineData(0x90, "0000000000000000")]
    public void Each_type_has_a_value_for_none(byte type, string bytes)
    {
        Assert.Equal(double.NaN, FitBaseType.Number(type, Convert.FromHexString(bytes), bigEndian: false));
        Assert.Equal(bytes.Length / 2, FitBaseType.Size(type));
    }

    [Theory]
    [InlineData(0x83, "FFFE", -2)]
    [InlineData(0x84, "0102", 258)]
    [InlineData(0x85, "FFFFFFFD", -3)]
    [InlineData(0x88, "3FC00000", 1.5)]
    [InlineData(0x89, "3FF8000000000000", 1.5)]
    [InlineData(0x8E, "FFFFFFFFFFFFFFFC", -4)]
    public void Big_endian_values_are_read(byte type, string bytes, double value) =>
        Assert.Equal(value, FitBaseType.Number(type, Convert.FromHexString(bytes), bigEndian: true));
}
