using System.Text.Json.Nodes;
using FitServerless.Workouts.Files;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>What a workout has no place for goes out again with a FIT file; Garmin's own decoder is the judge.</summary>
public sealed class FitExtrasTests
{
    private const int Time = 1_000_000_000;

    /// <summary>Written by us; all else in a file has to come through as it was.</summary>
    private static readonly string[] OurMessages = ["fileIdMesgs", "activityMesgs", "sportMesgs", "recordMesgs", "lapMesgs", "sessionMesgs", "eventMesgs"];

    private static readonly HashSet<string> OurRecordFields =
    [
        "timestamp", "positionLat", "positionLong", "altitude", "enhancedAltitude", "heartRate", "cadence", "fractionalCadence", "distance",
        "speed", "enhancedSpeed", "power", "temperature", "compressedSpeedDistance",
    ];

    private static readonly HashSet<string> OurLapFields =
    [
        "messageIndex", "timestamp", "event", "eventType", "startTime", "totalElapsedTime", "totalTimerTime", "totalDistance", "totalCalories",
        "avgHeartRate", "maxHeartRate", "avgCadence", "maxCadence", "avgPower", "maxPower", "maxSpeed", "enhancedMaxSpeed", "sport",
        "totalAscent", "normalizedPower", "firstLapIndex", "numLaps",
        // The SDK makes them of cadences, by the sport.
        "avgRunningCadence", "maxRunningCadence", "avgStrokes", "totalCycles", "totalStrides", "totalStrokes",
    ];

    [Fact]
    public async Task Everything_that_garmins_encoder_wrote_comes_through()
    {
        var (before, after) = await ThroughAsync(SampleFiles.Bytes("extras.fit"));

        CheckSame(before, after, "extras.fit");
        var record = after["recordMesgs"]![3]!;
        Assert.Equal((80.3, 240.3, 1103), ((double)record["verticalOscillation"]!, (double)record["stanceTime"]!, (double)record["stepLength"]!));
        Assert.Equal(253, (double)record["developerFields"]!["0"]!);
        Assert.Equal("trail", (string?)after["sessionMesgs"]![0]!["subSport"]);
        Assert.Equal(15, (double)after["sessionMesgs"]![0]!["developerFields"]!["1"]!);
        Assert.Equal(120, after["hrvMesgs"]!.AsArray().Count);
        Assert.Equal(3, after["eventMesgs"]!.AsArray().Count(mesg => (string?)mesg!["event"] == "rearGearChange"));
        Assert.Equal(2, after["fieldDescriptionMesgs"]!.AsArray().Count);
    }

    [Fact]
    public async Task Everything_that_real_devices_wrote_comes_through()
    {
        foreach (var path in Fixtures.Activities().Where(path => path.EndsWith(".fit", StringComparison.Ordinal)))
        {
            var file = await File.ReadAllBytesAsync(path);
            // Of files behind one another the SDK tells everything as one, and one with compressed times it does not read.
            if (ActivityFileReader.Read(file) is not ActivityRead.Activities { Files.Count: 1 } || !IsOneFile(file) || path.EndsWith("compressed-speed-distance.fit", StringComparison.Ordinal))
                continue;
            var (before, after) = await ThroughAsync(file);
            CheckSame(before, after, Path.GetFileName(path));
        }
    }

    [Fact]
    public async Task Big_endian_values_go_out_little_endian_and_compressed_times_as_fields()
    {
        var file = new RawFit(bigEndian: true).ActivityId()
            .Define(1, 206, (0, 1, 2), (1, 1, 2), (2, 1, 2)).Message(1, (0, 1), (5, 1), (0x84, 1))
            .Define(0, 20, [(253, 4, 0x86), (3, 1, 2), (39, 2, 0x84), (222, 4, 0x84)], [(5, 2, 0)])
            .Message(0, (Time, 4), (140, 1), (805, 2), (0x00010002, 4), (258, 2))
            .Define(2, 0xFF00, (1, 2, 0x84)).Compressed(2, 5, (772, 2))
            .Message(0, (Time + 9, 4), (141, 1), (806, 2), (0x00030004, 4), (259, 2)).Build();

        var activity = Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(file)).Files);
        var after = await GarminSdk.DecodeAsync(ActivityFileWriter.Write(activity, ActivityFormat.Fit, file));

        var records = after["recordMesgs"]!.AsArray();
        Assert.Equal([80.5, 80.6], records.Select(record => (double)record!["verticalOscillation"]!));
        Assert.Equal([[1, 2], [3, 4]], records.Select(record => record!["222"]!.AsArray().Select(value => (int)value!).ToArray()));
        var unknown = Assert.Single(after["65280"]!.AsArray())!;
        Assert.Equal(772, (int)unknown["1"]!);
        Assert.Equal(Time + 5, (long)unknown["253"]!);
    }

    [Fact]
    public void Of_files_behind_one_another_the_workouts_own_is_taken()
    {
        var (first, second) = (Beats(Time, 1), Beats(Time + 1000, 2));
        byte[] chained = [.. first, .. second];
        var activities = Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(chained)).Files;

        var written = activities.Select(activity => ActivityFileWriter.Write(activity, ActivityFormat.Fit, chained)).ToArray();

        Assert.Equal(ActivityFileWriter.Write(activities[0], ActivityFormat.Fit, first), written[0]);
        Assert.Equal(ActivityFileWriter.Write(activities[1], ActivityFormat.Fit, second), written[1]);
        Assert.NotEqual(ActivityFileWriter.Write(activities[1], ActivityFormat.Fit, first), written[1]);
    }

    [Fact]
    public void What_goes_out_with_extras_comes_in_as_the_same_workout()
    {
        foreach (var path in SampleFiles.All().Concat(Fixtures.Activities()).Where(path => path.EndsWith(".fit", StringComparison.Ordinal)))
        {
            var file = File.ReadAllBytes(path);
            if (ActivityFileReader.Read(file) is not ActivityRead.Activities { Files: [var before] })
                continue;
            var after = Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(ActivityFileWriter.Write(before, ActivityFormat.Fit, file))).Files);
            var plain = Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(ActivityFileWriter.Write(before, ActivityFormat.Fit))).Files);
            Assert.True(plain.Samples.Equals(after.Samples), path);
            Assert.Equal((plain.Sport, plain.Totals, plain.StartedAt), (after.Sport, after.Totals, after.StartedAt));
            Assert.Equal(plain.Laps, after.Laps);
            Assert.Equal(plain.Pauses, after.Pauses);
        }
    }

    [Fact]
    public void An_original_in_another_format_or_a_broken_one_adds_nothing()
    {
        var ride = SampleFiles.Read("ride.fit");
        var plain = ActivityFileWriter.Write(ride, ActivityFormat.Fit);
        Assert.Equal(plain, ActivityFileWriter.Write(ride, ActivityFormat.Fit, SampleFiles.Bytes("ride.gpsbabel.tcx")));
        Assert.Equal(plain, ActivityFileWriter.Write(ride, ActivityFormat.Fit, SampleFiles.Bytes("ride.fit").AsMemory(0, 200)));
        Assert.Equal(plain, ActivityFileWriter.Write(ride, ActivityFormat.Fit, default));
    }

    /// <summary>A record, and a message of the gender that nobody knows.</summary>
    private static byte[] Beats(int time, int value) => new RawFit().ActivityId()
        .Define(0, 20, (253, 4, 0x86), (3, 1, 2)).Message(0, (time, 4), (140, 1)).Define(1, 0xFF00, (7, 1, 2)).Message(1, (value, 1)).Build();

    private static bool IsOneFile(byte[] file) => file[0] + BitConverter.ToInt32(file, 4) + 2 == file.Length;

    private static async Task<(JsonObject Before, JsonObject After)> ThroughAsync(byte[] file)
    {
        var activity = Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(file)).Files);
        return (await GarminSdk.DecodeAsync(file), await GarminSdk.DecodeAsync(ActivityFileWriter.Write(activity, ActivityFormat.Fit, file)));
    }

    private static void CheckSame(JsonObject before, JsonObject after, string file)
    {
        foreach (var (name, messages) in before.Where(messages => !OurMessages.Contains(messages.Key)))
            Assert.True(Sorted(messages!).SequenceEqual(Sorted(after[name] ?? new JsonArray())), $"{file}: {name}");
        Assert.Equal(Sorted(NotTimer(before)), Sorted(NotTimer(after)));
        CheckFields(before["recordMesgs"], after["recordMesgs"], "timestamp", OurRecordFields, file);
        CheckFields(before["lapMesgs"], after["lapMesgs"], "startTime", OurLapFields, file);
        if (before["sessionMesgs"]?.AsArray().Count == 1)
            CheckFields(before["sessionMesgs"], after["sessionMesgs"], "startTime", OurLapFields, file);
    }

    private static void CheckFields(JsonNode? before, JsonNode? after, string key, HashSet<string> ours, string file)
    {
        var written = (after?.AsArray() ?? []).GroupBy(mesg => $"{mesg![key]}").ToDictionary(group => group.Key, group => group.First()!);
        foreach (var message in (before?.AsArray() ?? []).GroupBy(mesg => $"{mesg![key]}").Where(group => written.ContainsKey(group.Key)).Select(group => group.First()!))
        {
            foreach (var (name, value) in message.AsObject().Where(field => !ours.Contains(field.Key)))
                Assert.True(JsonNode.DeepEquals(value, written[$"{message[key]}"][name]), $"{file}: {name} of {message}");
        }
    }

    private static JsonArray NotTimer(JsonObject messages) =>
        [.. (messages["eventMesgs"]?.AsArray() ?? []).Where(mesg => $"{mesg!["event"]}" != "timer").Select(mesg => mesg!.DeepClone())];

    private static IEnumerable<string> Sorted(JsonNode messages) => messages.AsArray().Select(mesg => mesg!.ToJsonString()).Order(StringComparer.Ordinal);
}
