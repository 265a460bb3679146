using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

public sealed class FitReaderTests
{
    private const int Time = 1_000_000_000;

    private static readonly (int, int, int)[] TimeHeartratePower = [(253, 4, 0x86), (3, 1, 2), (7, 2, 0x84)];

    [Theory]
    [InlineData(false, 12)]
    [InlineData(false, 14)]
    [InlineData(true, 12)]
    [InlineData(true, 14)]
    public void Both_byte_orders_and_both_headers_are_read(bool bigEndian, int headerSize)
    {
        var file = new RawFit(bigEndian, headerSize).ActivityId().Define(0, 20, TimeHeartratePower)
            .Message(0, (Time, 4), (140, 1), (300, 2)).Message(0, (Time + 1, 4), (141, 1), (301, 2)).Build();
        var samples = Read(file).Samples;
        Assert.Equal([(Time + 631_065_600L) * 1000, (Time + 631_065_601L) * 1000], samples.Times.ToArray());
        Assert.Equal([140, 141], samples[Channel.Heartrate].ToArray());
        Assert.Equal([300, 301], samples[Channel.Power].ToArray());
    }

    [Fact]
    public void A_checksum_of_zero_in_the_header_is_none()
    {
        var file = new RawFit().ActivityId().Define(0, 20, TimeHeartratePower).Message(0, (Time, 4), (140, 1), (300, 2)).Build();
        (file[12], file[13]) = (0, 0);
        RawFit.Seal(file);
        Assert.Equal(1, Read(file).Samples.Count);
    }

    [Fact]
    public void Compressed_times_count_from_the_last_full_one_and_roll_over()
    {
        // 1,000,000,000 is 0 modulo 32.
        var file = new RawFit().ActivityId().Define(0, 20, TimeHeartratePower).Define(1, 20, (3, 1, 2))
            .Message(0, (Time + 30, 4), (140, 1), (300, 2)).Compressed(1, 31, (141, 1)).Compressed(1, 2, (142, 1)).Compressed(1, 2, (143, 1)).Build();
        var samples = Read(file).Samples;
        Assert.Equal([30, 31, 34], samples.Times.ToArray().Select(time => (time / 1000) - 631_065_600 - Time));
        Assert.Equal([140, 141, 143], samples[Channel.Heartrate].ToArray());
    }

    [Fact]
    public void A_local_number_takes_a_new_definition()
    {
        var file = new RawFit().ActivityId().Define(0, 20, TimeHeartratePower).Message(0, (Time, 4), (140, 1), (300, 2))
            .Define(0, 20, (4, 1, 2), (253, 4, 0x86)).Message(0, (90, 1), (Time + 1, 4)).Build();
        Assert.Equal([double.NaN, 90], Read(file).Samples[Channel.Cadence].ToArray());
    }

    [Fact]
    public void Unknown_messages_and_fields_are_skipped()
    {
        var file = new RawFit().ActivityId().Define(3, 0xFF00, (1, 200, 13), (2, 8, 0x8F)).Message(3, (0, 200), (1, 8))
            .Define(0, 20, (253, 4, 0x86), (222, 3, 0x55), (3, 1, 2)).Message(0, (Time, 4), (0, 3), (140, 1)).Build();
        Assert.Equal(140, Read(file).Samples.Value(Channel.Heartrate, 0));
    }

    [Fact]
    public void A_value_of_all_ones_is_none_and_so_is_what_no_device_measures()
    {
        var file = new RawFit().ActivityId().Define(0, 20, (253, 4, 0x86), (3, 1, 2), (7, 2, 0x84), (13, 1, 1), (0, 4, 0x85), (4, 1, 2))
            .Message(0, (Time, 4), (0xFF, 1), (0xFFFF, 2), (0x7F, 1), (0x7FFFFFFF, 4), (88, 1))
            .Message(0, (Time + 1, 4), (0, 1), (30_000, 2), (-5, 1), (-0x40000000, 4), (88, 1)).Build();
        var samples = Read(file).Samples;
        Assert.False(samples.Has(Channel.Heartrate));
        Assert.False(samples.Has(Channel.Power));
        Assert.Equal([double.NaN, -5], samples[Channel.Temperature].ToArray());
        Assert.Equal([double.NaN, -90], samples[Channel.Latitude].ToArray());
    }

    [Fact]
    public void A_developer_field_fills_the_native_one_that_it_stands_for_where_that_is_empty()
    {
        var file = new RawFit().ActivityId()
            .Define(1, 206, (0, 1, 2), (1, 1, 2), (2, 1, 2), (14, 2, 0x84), (15, 1, 2)).Message(1, (0, 1), (5, 1), (0x84, 1), (20, 2), (7, 1))
            .Define(0, 20, TimeHeartratePower, [(5, 2, 0), (6, 4, 0)])
            .Message(0, (Time, 4), (140, 1), (0xFFFF, 2), (255, 2), (0, 4)).Message(0, (Time + 1, 4), (140, 1), (180, 2), (256, 2), (0, 4)).Build();
        Assert.Equal([255, 180], Read(file).Samples[Channel.Power].ToArray());
    }

    [Fact]
    public void Compressed_distance_starts_over_every_256_metres()
    {
        var file = new RawFit().ActivityId().Define(0, 20, (253, 4, 0x86), (8, 3, 13))
            .Message(0, (Time, 4), (0xFA0_12C, 3)).Message(0, (Time + 1, 4), (0x010_12C, 3)).Message(0, (Time + 2, 4), (0xFFFFFF, 3)).Build();
        var samples = Read(file).Samples;
        Assert.Equal([250, 257], samples[Channel.Distance].ToArray());
        Assert.Equal([3, 3], samples[Channel.Speed].ToArray());
    }

    [Fact]
    public void Files_behind_one_another_are_all_read()
    {
        var one = new RawFit().ActivityId().Define(0, 20, TimeHeartratePower).Message(0, (Time, 4), (140, 1), (300, 2)).Build();
        var two = new RawFit(bigEndian: true).ActivityId().Define(0, 20, TimeHeartratePower).Message(0, (Time + 9, 4), (150, 1), (310, 2)).Build();
        var files = Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read((byte[])[.. one, .. two])).Files;
        Assert.Equal([140, 150], files.Select(file => file.Samples.Value(Channel.Heartrate, 0)));
    }

    [Fact]
    public void Broken_files_are_refused_with_the_reason()
    {
        var good = new RawFit().ActivityId().Define(0, 20, TimeHeartratePower).Message(0, (Time, 4), (140, 1), (300, 2)).Build();
        Refused(FileRefusal.Truncated, good[..^1]);
        Refused(FileRefusal.Truncated, With(good, 4, 0xFF));
        Refused(FileRefusal.Truncated, With(good, 4, 0));
        Refused(FileRefusal.BadChecksum, With(good, 20, 0x55));
        Refused(FileRefusal.BadChecksum, With(good, 12, 0x55));
        Refused(FileRefusal.Malformed, [.. good, 1, 2, 3]);
        Refused(FileRefusal.Malformed, With(good, 0, 3));
        Refused(FileRefusal.Malformed, new RawFit().ActivityId().Message(7).Build());
        Refused(FileRefusal.Malformed, new RawFit().ActivityId().Define(0, 20, TimeHeartratePower).Message(0, (Time, 4)).Build());
        Refused(FileRefusal.NoSamples, new RawFit().ActivityId().Build());
        Refused(FileRefusal.NotAnActivity, new RawFit().Define(0, 0, (0, 1, 0)).Message(0, (2, 1)).Build());
        Refused(FileRefusal.UnknownFormat, [1, 2, 3]);
        Refused(FileRefusal.UnknownFormat, []);
    }

    [Fact]
    public void More_samples_than_we_keep_are_refused()
    {
        var file = new RawFit().ActivityId().Define(0, 20, TimeHeartratePower);
        for (var i = 0; i <= MeasurementSeries.MaxRows; i++)
            file.Message(0, (Time + i, 4), (140, 1), (300, 2));
        Refused(FileRefusal.TooLarge, file.Build());
    }

    [Fact]
    public void A_file_of_a_million_empty_messages_is_refused()
    {
        var file = new RawFit().ActivityId().Define(0, 20);
        for (var i = 0; i <= 1_000_000; i++)
            file.Message(0);
        Refused(FileRefusal.TooLarge, file.Build());
    }

    private static byte[] With(byte[] file, int offset, byte value)
    {
        var copy = file.ToArray();
        copy[offset] = value;
        return copy;
    }

    private static void Refused(FileRefusal reason, byte[] file) =>
        Assert.Equal(reason, Assert.IsType<ActivityRead.Refused>(ActivityFileReader.Read(file)).Reason);

    private static ActivityFile Read(byte[] file) => Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(file)).Files);
}
