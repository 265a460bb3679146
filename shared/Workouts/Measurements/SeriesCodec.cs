namespace FitServerless.Workouts.Measurements;

/// <summary>
/// The stored form of a series: columns of scaled integers, each as differences in LEB128 varints, all of it Brotli. Differences between
/// neighbours are small and alike, so an hour at one a second of power, heart rate and cadence takes a few KB.
/// </summary>
public static class SeriesCodec
{
    private const byte FormatVersion = 1;

    /// <summary>The end of year 9999 in epoch milliseconds.</summary>
    private const long MaxTime = 253_402_300_799_999;

    /// <summary>A time and nine values a row, each a varint of at most 10 bytes, and a bit of presence a value: 102 bytes at most.</summary>
    private const int MaxRawBytes = 64 + (MeasurementSeries.MaxRows * 102);

    public static byte[] Encode(MeasurementSeries series)
    {
        var raw = new VarintWriter(64 + (series.Count * 4));
        raw.WriteUnsigned((ulong)series.Count);
        WriteTimes(ref raw, series.Times);
        foreach (var info in ChannelInfo.All)
        {
            if (!series.Has(info.Channel))
                continue;
            raw.WriteByte((byte)((int)info.Channel + 1));
            WriteColumn(ref raw, series[info.Channel], info);
        }

        raw.WriteByte(0);
        return SampleCompression.Compress(FormatVersion, raw.Written);
    }

    /// <exception cref="InvalidDataException">Not written by <see cref="Encode"/>.</exception>
    public static MeasurementSeries Decode(ReadOnlySpan<byte> stored)
    {
        if (stored.Length == 0)
            return MeasurementSeries.Empty;
        if (stored[0] != FormatVersion)
            throw new InvalidDataException("Unknown format of samples.");
        var reader = new VarintReader(SampleCompression.Decompress(stored[1..], MaxRawBytes));
        var times = ReadTimes(ref reader);
        var columns = new double[]?[ChannelInfo.Count];
        while (reader.ReadByte() is var tag and > 0)
        {
            if (tag > columns.Length)
                throw new InvalidDataException("The samples have a channel that is not known.");
            columns[tag - 1] = ReadColumn(ref reader, times.Length, ChannelInfo.All[tag - 1]);
        }

        return new MeasurementSeries(times, columns);
    }

    /// <summary>Differences of differences: a steady rate is a run of zeros.</summary>
    private static void WriteTimes(ref VarintWriter raw, ReadOnlySpan<long> times)
    {
        long last = 0, lastStep = 0;
        foreach (var time in times)
        {
            var step = time - last;
            raw.WriteSigned(step - lastStep);
            (last, lastStep) = (time, step);
        }
    }

    private static long[] ReadTimes(ref VarintReader reader)
    {
        var count = reader.ReadUnsigned();
        if (count > MeasurementSeries.MaxRows)
            throw new InvalidDataException("The samples have too many rows.");
        var times = new long[count];
        long last = 0, step = 0;
        for (var i = 0; i < times.Length; i++)
        {
            step += reader.ReadSigned();
            if (step < 0 || (step == 0 && i > 0) || step > MaxTime - last)
                throw new InvalidDataException("The samples are not in the order of their times.");
            times[i] = last += step;
        }

        return times;
    }

    private static void WriteColumn(ref VarintWriter raw, ReadOnlySpan<double> values, ChannelInfo info)
    {
        var decimals = Decimals.Needed(values, info.Decimals);
        var complete = !values.Contains(double.NaN);
        raw.WriteByte((byte)decimals);
        raw.WriteByte(complete ? (byte)1 : (byte)0);
        if (!complete)
            WritePresence(ref raw, values);
        long last = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            var scaled = Decimals.Scale(value, decimals);
            raw.WriteSigned(scaled - last);
            last = scaled;
        }
    }

    private static double[] ReadColumn(ref VarintReader reader, int count, ChannelInfo info)
    {
        var decimals = reader.ReadByte();
        if (decimals > info.Decimals)
            throw new InvalidDataException("The samples have more decimals than their channel.");
        var complete = reader.ReadByte() == 1;
        var present = complete ? [] : reader.ReadBytes((count + 7) / 8);
        var values = new double[count];
        long last = 0;
        for (var i = 0; i < count; i++)
        {
            if (complete || (present[i / 8] & (1 << (i % 8))) != 0)
                values[i] = Decimals.Unscale(last += reader.ReadSigned(), decimals);
            else
                values[i] = double.NaN;
        }

        return values;
    }

    private static void WritePresence(ref VarintWriter raw, ReadOnlySpan<double> values)
    {
        for (var i = 0; i < values.Length; i += 8)
        {
            var bits = 0;
            for (var bit = 0; bit < 8 && i + bit < values.Length; bit++)
                bits |= double.IsNaN(values[i + bit]) ? 0 : 1 << bit;
            raw.WriteByte((byte)bits);
        }
    }
}
