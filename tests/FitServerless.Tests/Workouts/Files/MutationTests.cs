using System.Diagnostics;
using FitServerless.Workouts.Files;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Damaged files: whatever comes out, it is an outcome and it comes soon.</summary>
public sealed class MutationTests
{
    /// <summary>In each test; <c>FITSERVERLESS_MUTATIONS</c> asks for more.</summary>
    private static readonly int Mutations =
        int.TryParse(Environment.GetEnvironmentVariable("FITSERVERLESS_MUTATIONS"), out var count) ? count : 4_000;

    /// <summary>A file takes a millisecond; this is for machines that do much else meanwhile.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(ActivityFormat.Fit)]
    [InlineData(ActivityFormat.Tcx)]
    [InlineData(ActivityFormat.Gpx)]
    public void No_damage_to_a_file_of_ours_crashes_or_hangs_a_reader(ActivityFormat format) =>
        Mutate([.. Enumerable.Range(0, 8).Select(Recordings.FromSeed).Append(RoundTripTests.Ride()).Where(activity => ActivityFileWriter.CanWrite(activity, format)).Select(activity => ActivityFileWriter.Write(activity, format))]);

    [Fact]
    public void No_damage_to_a_file_of_others_crashes_or_hangs_a_reader() =>
        Mutate([.. SampleFiles.All().Concat(Fixtures.Activities()).Select(File.ReadAllBytes).Where(file => file.Length < 200_000)]);

    private static void Mutate(byte[][] files)
    {
        var random = new Random(20260503);
        var outcomes = new HashSet<string>();
        for (var i = 0; i < Mutations; i++)
        {
            var file = Damage(files[i % files.Length], random);
            var before = Stopwatch.GetTimestamp();
            var outcome = ActivityFileReader.Read(file);
            // What is taken in is kept, and goes out again with it.
            if (outcome is ActivityRead.Activities { Format: ActivityFormat.Fit, Files: [var activity, ..] })
                Assert.NotEmpty(ActivityFileWriter.Write(activity, ActivityFormat.Fit, file));
            Assert.True(Stopwatch.GetElapsedTime(before) < Hang, $"Mutation {i} took {Stopwatch.GetElapsedTime(before)}.");
            outcomes.Add(outcome is ActivityRead.Refused refused ? refused.Reason.ToString() : "read");
        }

        Assert.Contains("read", outcomes);
        Assert.True(outcomes.Count > 2, string.Join(", ", outcomes));
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var file = original.ToArray();
        var changes = random.Next(1, 8);
        for (var i = 0; i < changes; i++)
            file[random.Next(file.Length)] = (byte)random.Next(256);
        if (random.Next(4) == 0)
            file = [.. file[..random.Next(file.Length)], .. file[random.Next(file.Length)..]];
        if (random.Next(8) == 0)
            file = file[..random.Next(file.Length)];
        // A wrong checksum would end most of the damage at the door.
        if (random.Next(8) > 0 && file.Length > 16 && file.AsSpan(8, 4).SequenceEqual(".FIT"u8))
            Mend(file);
        return file;
    }

    private static void Mend(byte[] file)
    {
        BitConverter.TryWriteBytes(file.AsSpan(4), file.Length - file[0] - 2);
        (file[12], file[13]) = (0, 0);
        RawFit.Seal(file);
    }
}
