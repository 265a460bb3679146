using System.Diagnostics;
using System.Globalization;
using FitServerless.Workouts.Files;
using Xunit.Abstractions;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>
/// Damaged files: whatever comes out, it is an outcome, and what it takes depends on the file's size alone. That none of them hangs is measured in
/// long runs, where <c>FITSERVERLESS_MUTATIONS</c> says how many in each test.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Few = 4_000;

    /// <summary>What reading a file may take: the readers' own buffers, and so much for each of its bytes. A file of ours takes a tenth of it.</summary>
    private const long Buffers = 1_000_000;
    private const long EachByte = 200;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(1);

    private static readonly int? Many =
        int.TryParse(Environment.GetEnvironmentVariable("FITSERVERLESS_MUTATIONS"), CultureInfo.InvariantCulture, out var count) ? count : null;

    [Theory]
    [InlineData(ActivityFormat.Fit)]
    [InlineData(ActivityFormat.Tcx)]
    [InlineData(ActivityFormat.Gpx)]
    public void No_damage_to_a_file_of_ours_crashes_or_hangs_a_reader(ActivityFormat format) =>
        Mutate([.. Enumerable.Range(0, 8).Select(Recordings.FromSeed).Append(RoundTripTests.Ride()).Where(activity => ActivityFileWriter.CanWrite(activity, format)).Select(activity => ActivityFileWriter.Write(activity, format))]);

    [Fact]
    public void No_damage_to_a_file_of_others_crashes_or_hangs_a_reader() =>
        Mutate([.. SampleFiles.All().Concat(Fixtures.Activities()).Select(File.ReadAllBytes).Where(file => file.Length < 200_000)]);

    private void Mutate(byte[][] files)
    {
        var random = new Random(20260503);
        var outcomes = new HashSet<string>();
        var (slowest, dearest) = (TimeSpan.Zero, 0d);
        for (var i = 0; i < (Many ?? Few); i++)
        {
            var file = Damage(files[i % files.Length], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            outcomes.Add(ReadAndWrite(file));
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < Buffers + (EachByte * file.Length), $"Mutation {i}, of {file.Length} bytes, took {allocated}.");
            dearest = Math.Max(dearest, (double)allocated / Math.Max(1, file.Length));
            if (Many is not null)
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Time(i, file).Ticks));
        }

        Assert.Contains("read", outcomes);
        Assert.True(outcomes.Count > 2, string.Join(", ", outcomes));
        output.WriteLine($"At most {dearest:F0} bytes of memory a byte{(Many is null ? "" : $"; the slowest took {slowest.TotalMilliseconds:F1} ms")}.");
    }

    /// <summary>What is taken in is kept, and goes out again with it.</summary>
    private static string ReadAndWrite(byte[] file)
    {
        switch (ActivityFileReader.Read(file))
        {
            case ActivityRead.Activities { Format: var format, Files: [var activity, ..] read }:
                Assert.True(read.Sum(one => one.Samples.Count + one.Laps.Count + one.Pauses.Count) <= file.Length);
                if (ActivityFileWriter.CanWrite(activity, format))
                    Assert.NotEmpty(ActivityFileWriter.Write(activity, format, file));
                return "read";
            case ActivityRead.Refused refused:
                return refused.Reason.ToString();
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    /// <summary>The least of three, where it is much: a machine that does something else meanwhile only adds to it.</summary>
    private static TimeSpan Time(int mutation, byte[] file)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3 && (run == 0 || best > Hang / 10); run++)
        {
            var before = Stopwatch.GetTimestamp();
            ReadAndWrite(file);
            var elapsed = Stopwatch.GetElapsedTime(before);
            best = elapsed < best ? elapsed : best;
        }

        Assert.True(best < Hang, $"Mutation {mutation} took {best}.");
        return best;
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
