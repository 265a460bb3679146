using System.Text;
using FitServerless.Stats;
using FitServerless.Sync;

namespace FitServerless.Tests.Stats;

public sealed class StatEntriesTests
{
    [Fact]
    public void A_list_item_tells_what_is_needed() => Assert.Equal(
        new StatEntry
        {
            StartedAt = new DateTimeOffset(2026, 5, 3, 7, 15, 0, TimeSpan.Zero),
            Sport = "Biking",
            Seconds = 3600,
            Distance = 30_000.5,
            Ascent = 400,
            Calories = 800,
            Load = 64.5,
            MovingSeconds = 3500,
            NormalizedPower = 230,
            BestTwentyMinutes = 250,
            AvgHeartrate = 140,
            MaxHeartrate = 170,
        },
        Read("""
            {"startedAt":"2026-05-03T07:15:00.000Z","durationSeconds":3600,"sportType":"Biking","summary":{"distance":30000.5,"ascent":400,"calories":800,
            "load":64.5,"movingSeconds":3500,"normalizedPower":230,"bestPower":{"5":900,"1200":250},"avgHeartrate":140,"maxHeartrate":170}}
            """));

    [Theory]
    [InlineData("""{"enc":"A256GCM","kid":"1","iv":"AA","ct":"AA"}""")]
    [InlineData("""{"distance":1e400,"ascent":-5,"calories":"many","load":null,"bestPower":[1]}""")]
    [InlineData("""{"distance":1e300,"load":1e9,"normalizedPower":true,"bestPower":{"1200":"x"}}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_summary_that_is_encrypted_or_nonsense_counts_as_nothing(string summary) => Assert.Equal(
        new StatEntry { StartedAt = DateTimeOffset.UnixEpoch, Sport = "Other", Seconds = 60 },
        Read($$"""{"startedAt":"1970-01-01T00:00:00.000Z","durationSeconds":60,"summary":{{summary}}}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"startedAt":5}""")]
    [InlineData("""{"startedAt":"soon"}""")]
    [InlineData("""{"enc":"A256GCM","ct":"AA"}""")]
    public void Who_does_not_tell_when_it_was_is_not_counted(string item) => Assert.Null(Read(item));

    private static StatEntry? Read(string json) => StatEntries.Read(new StoredJson(Encoding.UTF8.GetBytes(json)));
}
