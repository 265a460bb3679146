using System.Text.Json.Nodes;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Garmin's own decoder reads what we write (<c>@garmin/fitsdk</c>: isFIT, checkIntegrity, full decode).</summary>
public sealed class FitSdkTests
{
    private const double DegreesPerSemicircle = 180 / 2147483648.0;

    [Fact]
    public async Task Garmins_sdk_reads_the_whole_ride()
    {
        var ride = RoundTripTests.Ride();
        var messages = await DecodeAsync(ride);

        var id = Assert.Single(messages["fileIdMesgs"]!.AsArray())!;
        Assert.Equal("activity", id["type"]!.GetValue<string>());
        Assert.Equal("Edge 530", id["productName"]!.GetValue<string>());
        var session = Assert.Single(messages["sessionMesgs"]!.AsArray())!;
        Assert.Equal("rowing", session["sport"]!.GetValue<string>());
        Assert.Equal(49, session["totalTimerTime"]!.GetValue<double>());
        Assert.Equal(60, session["totalElapsedTime"]!.GetValue<double>());
        Assert.Equal(502.5, session["totalDistance"]!.GetValue<double>());
        Assert.Equal(2, session["numLaps"]!.GetValue<int>());
        Assert.Equal(["start", "stopAll", "start", "stopAll"], messages["eventMesgs"]!.AsArray().Select(mesg => mesg!["eventType"]!.GetValue<string>()));
        Assert.Equal([20.0, 30.0], messages["lapMesgs"]!.AsArray().Select(mesg => mesg!["totalTimerTime"]!.GetValue<double>()));
        Assert.Equal(1, Assert.Single(messages["activityMesgs"]!.AsArray())!["numSessions"]!.GetValue<int>());
        CheckRecords(ride.Samples, messages["recordMesgs"]!.AsArray());
    }

    [Fact]
    public async Task Garmins_sdk_reads_activities_of_all_kinds()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var activity = Recordings.FromSeed(seed);
            var messages = await DecodeAsync(activity);
            var seconds = activity.Samples.Times.ToArray().Select(time => time / 1000).Distinct().Count();
            Assert.Equal(seconds, messages["recordMesgs"]!.AsArray().Count);
            Assert.Equal(Math.Max(1, activity.Laps.Count), messages["lapMesgs"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task Messages_are_in_the_order_of_their_times()
    {
        var messages = await DecodeAsync(RoundTripTests.Ride());
        var times = messages["recordMesgs"]!.AsArray().Select(mesg => DateTimeOffset.Parse(mesg!["timestamp"]!.GetValue<string>(), null)).ToArray();
        Assert.Equal(times.Order(), times);
    }

    private static void CheckRecords(MeasurementSeries samples, JsonArray records)
    {
        Assert.Equal(samples.Count, records.Count);
        for (var row = 0; row < samples.Count; row++)
        {
            var record = records[row]!;
            Assert.Equal(samples.Times[row], DateTimeOffset.Parse(record["timestamp"]!.GetValue<string>(), null).ToUnixTimeMilliseconds());
            Assert.Equal(samples.Value(Channel.Heartrate, row), record["heartRate"]!.GetValue<double>());
            Assert.Equal(samples.Value(Channel.Power, row), record["power"]!.GetValue<double>());
            Assert.Equal(samples.Value(Channel.Temperature, row), record["temperature"]!.GetValue<double>());
            Assert.Equal(samples.Value(Channel.Latitude, row), record["positionLat"]!.GetValue<double>() * DegreesPerSemicircle, 1e-7);
            Assert.Equal(samples.Value(Channel.Longitude, row), record["positionLong"]!.GetValue<double>() * DegreesPerSemicircle, 1e-7);
        }
    }

    private static async Task<JsonNode> DecodeAsync(ActivityFile activity) =>
        await GarminSdk.DecodeAsync(ActivityFileWriter.Write(activity, ActivityFormat.Fit));
}
