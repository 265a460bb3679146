using System.Security.Cryptography;
using System.Text.Json;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;
using FitServerless.Tests.Workouts.Measurements;
using FitServerless.Workouts;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Workouts;

/// <summary>Pushes of the largest workouts there may be, which no batch of 4 MiB may exceed, whatever they hold.</summary>
[Collection(SharedStorage.Name)]
public sealed class LargePushTests(StorageFixture storage)
{
    private static readonly string Hangul = string.Concat(Enumerable.Range(0xAC00, 4096).Select(c => (char)c));

    private readonly App _app = new(storage, new FakeClock());

    /// <summary>Letters that take three bytes each and do not compress, and characters that JSON escapes.</summary>
    [Theory]
    [InlineData(20_000, 5_000)]
    [InlineData(1_000, 500)]
    [InlineData(3_500, 0)]
    public async Task Fifty_workouts_with_all_the_notes_there_may_be_fit_into_batches(int notes, int summary)
    {
        var edits = Enumerable.Range(0, 50).Select(_ => Edits.Edit(JsonSerializer.Serialize(new
        {
            startedAt = FakeClock.Morning,
            title = new string('"', 200),
            notes = Random(notes),
            summary = new { a = Random(summary) },
        })));

        var results = await _app.PushAsync([.. edits.Select(Create)]);

        Assert.All(results, result => Assert.Equal(ChangeStatus.Applied, result.Status));
        Assert.Equal(50, (await _app.LogAsync()).Count);
    }

    [Fact]
    public async Task Workouts_with_samples_of_a_megabyte_fit_into_batches()
    {
        var results = await _app.PushAsync([.. Enumerable.Range(1, 5).Select(seed => Create(Edits.Ride(samples: Noise(seed)), seed))]);

        Assert.All(results, result => Assert.Equal(ChangeStatus.Applied, result.Status));
        var read = Assert.IsType<WorkoutRead.Found>(await _app.Workouts.FindAsync(_app.UserId, "3", withSamples: true, null, default));
        Assert.Equal(Noise(3), read.Samples);
    }

    [Fact]
    public async Task Samples_past_two_megabytes_are_refused_and_their_neighbours_written()
    {
        var results = await _app.PushAsync(
            Create(Edits.Ride(), 1), Create(Edits.Ride(samples: Noise(2, MeasurementSeries.MaxRows)), 2), Create(Edits.Ride(), 3));

        Assert.Equal([null, 422, null], results.Select(result => result.Problem?.Status));
        Assert.Equal(["1", "3"], (await _app.LogAsync()).Select(entry => entry.Key.Id));
    }

    private static string Random(int length) => RandomNumberGenerator.GetString(Hangul, length);

    private static WorkoutChange Create(WorkoutEdit edit, int id) => new(edit, $"{id}", Edits.At(1)) { Intent = WorkoutIntent.Create };

    /// <summary>Positions as no device has them: about 25 bytes a row once compressed.</summary>
    private static MeasurementSeries Noise(int seed, int rows = 40_000)
    {
        var random = new Random(seed);
        var builder = new SeriesBuilder(rows);
        for (var row = 0; row < rows; row++)
        {
            builder.AddRow(Samples.Start + (row * 1000L));
            foreach (var channel in ChannelInfo.All)
                builder.Set(channel.Channel, Decimals.Round(channel.Min + (random.NextDouble() * (channel.Max - channel.Min)), channel.Decimals));
        }

        return builder.Build();
    }
}
