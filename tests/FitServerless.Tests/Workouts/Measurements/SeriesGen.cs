using FitServerless.Workouts.Measurements;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Workouts.Measurements;

/// <summary>
/// Rows as devices send them: out of order, some twice, channels missing in some rows or in all, whole numbers and all the decimals that a
/// channel keeps. Few times and few values, so that rows often meet.
/// </summary>
internal static class SeriesGen
{
    public static readonly Gen<MeasurementSeries> Any =
        from rows in Row.ListOf()
        from mask in Gen.Choose(0, (1 << ChannelInfo.Count) - 1)
        select Build(rows, mask);

    public static readonly Gen<MeasurementSeries> NotEmpty = Any.Where(series => series.Count > 0);

    private static Gen<(int Time, int[] Picks)> Row =>
        from time in Gen.Frequency((3, Gen.Choose(0, 12).Select(second => second * 1000)), (1, Gen.Choose(0, 40_000)))
        from picks in Gen.Frequency((1, Gen.Constant(-1)), (2, Gen.Choose(0, 2)), (1, Gen.Choose(3, 1_000_000))).ArrayOf(ChannelInfo.Count)
        select (time, picks);

    private static MeasurementSeries Build(IEnumerable<(int Time, int[] Picks)> rows, int mask)
    {
        var builder = new SeriesBuilder();
        foreach (var (time, picks) in rows)
        {
            builder.AddRow(Samples.Start + time);
            foreach (var info in ChannelInfo.All.Where(info => (mask & (1 << (int)info.Channel)) != 0 && picks[(int)info.Channel] >= 0))
                builder.Set(info.Channel, Value(info, picks[(int)info.Channel]));
        }

        return builder.Build();
    }

    private static double Value(ChannelInfo info, int pick) =>
        pick < 3 ? pick : Decimals.Round(info.Min + ((info.Max - info.Min) * pick / 1_000_000), info.Decimals);
}
