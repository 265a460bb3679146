using FitServerless.Workouts.Files;

namespace FitServerless.Tests.Workouts.Files;

/// <summary>Real recordings of many devices; see <see cref="Fixtures"/>.</summary>
public sealed class FixtureTests
{
    /// <summary>What else the folder holds, and why it is no workout.</summary>
    private static readonly Dictionary<string, FileRefusal> Others = new()
    {
        ["DeveloperData.fit"] = FileRefusal.NoSamples,
        ["MonitoringFile.fit"] = FileRefusal.NotAnActivity,
        ["Settings.fit"] = FileRefusal.NotAnActivity,
        ["WeightScaleMultiUser.fit"] = FileRefusal.NotAnActivity,
        ["WorkoutRepeatSteps.fit"] = FileRefusal.NotAnActivity,
        // Its times are of 1901.
        ["Mojstrovka.gpx"] = FileRefusal.NoSamples,
        ["gpx_with_garmin_extension.gpx"] = FileRefusal.NoSamples,
        ["track-with-extremes.gpx"] = FileRefusal.NoSamples,
        ["track-with-small-floats.gpx"] = FileRefusal.NoSamples,
        ["unicode.gpx"] = FileRefusal.NoSamples,
        ["unicode_with_bom.gpx"] = FileRefusal.NoSamples,
    };

    [Fact]
    public void Every_recording_is_read_and_all_else_is_refused_with_its_reason() => Assert.All(Fixtures.Activities(), file =>
    {
        var read = ActivityFileReader.Read(File.ReadAllBytes(file));
        if (Others.TryGetValue(Path.GetFileName(file), out var reason))
            Assert.Equal(reason, Assert.IsType<ActivityRead.Refused>(read).Reason);
        else
            Assert.All(Assert.IsType<ActivityRead.Activities>(read).Files, activity => Assert.True(activity.Samples.Count > 0));
    });

    [Fact]
    public void Broken_files_are_refused() => Assert.All(Fixtures.Broken(), file =>
        Assert.True(Assert.IsType<ActivityRead.Refused>(ActivityFileReader.Read(File.ReadAllBytes(file))).Reason
            is FileRefusal.BadChecksum or FileRefusal.Malformed or FileRefusal.Truncated));

    [Fact]
    public void Records_are_those_that_the_file_beside_it_expects() => Assert.All(ExpectedRecords.All(), expected =>
    {
        var activity = Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(File.ReadAllBytes(expected.FitFile))).Files);
        expected.Check(activity.Samples);
    });

    [Fact]
    public void What_is_written_of_a_recording_reads_back() => Assert.All(Fixtures.Activities().Where(file => !Others.ContainsKey(Path.GetFileName(file))), file =>
    {
        foreach (var activity in ((ActivityRead.Activities)ActivityFileReader.Read(File.ReadAllBytes(file))).Files)
            RoundTrip.Check(activity);
    });
}
