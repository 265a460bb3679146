using System.Globalization;
using FitServerless.Workouts.Files.Fit;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>The records that another decoder found in a FIT file, as comma-separated values beside it.</summary>
internal sealed class ExpectedRecords(string csv)
{
    private const string Suffix = "-records.csv";

    private static readonly Dictionary<string, Channel> Channels = new()
    {
        ["Heart Rate [bpm]"] = Channel.Heartrate,
        ["Speed [m/s]"] = Channel.Speed,
        ["Distance [m]"] = Channel.Distance,
        ["Cadence [rpm]"] = Channel.Cadence,
        ["heart_rate"] = Channel.Heartrate,
        ["cadence"] = Channel.Cadence,
        ["speed"] = Channel.Speed,
        ["distance"] = Channel.Distance,
        ["position_lat"] = Channel.Latitude,
        ["position_long"] = Channel.Longitude,
        ["altitude"] = Channel.Altitude,
        ["temperature"] = Channel.Temperature,
    };

    public string FitFile => csv[..^Suffix.Length] + ".fit";

    public static IEnumerable<ExpectedRecords> All() => Fixtures.Folder is null ? [] : Directory
        .EnumerateFiles(Fixtures.Folder, "*" + Suffix, SearchOption.AllDirectories).Select(file => new ExpectedRecords(file));

    public void Check(MeasurementSeries samples)
    {
        var lines = File.ReadAllLines(csv);
        var columns = lines[0].Split(',').Select(name => name.Trim()).ToArray();
        var rows = samples.Times.ToArray().Select((time, row) => (time, row)).ToDictionary(pair => pair.time, pair => pair.row);
        foreach (var line in lines.Skip(1))
        {
            var values = line.Split(',');
            Assert.True(rows.TryGetValue(Time(values[0]), out var row), $"{csv}: no sample at {values[0]}");
            for (var c = 1; c < columns.Length; c++)
                CheckValue(Channels[columns[c]], values[c], samples.Value(Channels[columns[c]], row), line);
        }

        Assert.Equal(lines.Skip(1).Select(line => line.Split(',')[0]).Distinct().Count(), samples.Count);
    }

    private static void CheckValue(Channel channel, string expected, double actual, string line)
    {
        if (expected is "" or "null" || (channel == Channel.Heartrate && expected == "0"))
        {
            Assert.True(double.IsNaN(actual), $"{channel} of {line}: {actual}");
            return;
        }

        var value = double.Parse(expected, CultureInfo.InvariantCulture);
        if (channel is Channel.Latitude or Channel.Longitude)
            value = FitUnits.ToDegrees(value);
        // We keep a channel's decimals; a fraction of a turn, which the list leaves out, too.
        var tolerance = channel == Channel.Cadence ? 0.999 : 0.5 * Math.Pow(10, -ChannelInfo.All[(int)channel].Decimals) + 1e-9;
        Assert.True(Math.Abs(value - actual) <= tolerance, $"{channel} of {line}: {actual}");
    }

    private static long Time(string text) => uint.TryParse(text, out var seconds)
        ? FitUnits.ToUnixMilliseconds(seconds)
        : DateTimeOffset.ParseExact(text.Replace("PDT", "-07:00", StringComparison.Ordinal), "ddd MMM d HH:mm:ss zzz yyyy", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
