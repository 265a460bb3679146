using System.Net;
using System.Text.Json.Nodes;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class MeasurementApiTests(ApiFixture api)
{
    [Fact]
    public async Task An_hour_of_samples_reads_back_row_by_row()
    {
        var user = await api.RegisterAsync();
        var samples = SampleWorkouts.Measurements(3600);
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a", measurements: samples));

        var workout = await user.GetAsync($"api/workouts/{id}");
        var expected = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(samples))!;
        Assert.True(JsonNode.DeepEquals(expected, workout["measurements"]));
        Assert.Equal(3600, workout["measurementCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task Samples_go_in_and_out_as_columns_too()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(new
        {
            startedAt = "2026-03-01T06:30:00Z",
            measurements = new
            {
                timestamp = new[] { 1772346602000, 1772346600000, 1772346601000 },
                power = new int?[] { 230, 210, null },
                altitude = new[] { 101.5, 100.25, 100.75 },
            },
        });

        var columns = (await user.GetAsync($"api/workouts/{id}?measurements=columns"))["measurements"]!;
        Assert.Equal("[210,null,230]", columns["power"]!.ToJsonString());
        Assert.Equal("[100.25,100.75,101.5]", columns["altitude"]!.ToJsonString());
        Assert.Null(columns["heartrate"]);
        var rows = (await user.GetAsync($"api/workouts/{id}?measurements=rows"))["measurements"]!.AsArray();
        Assert.Equal("""{"timestamp":"2026-03-01T06:30:01.000Z","altitude":100.75}""", rows[1]!.ToJsonString());
        Assert.Null((await user.GetAsync($"api/workouts/{id}?measurements=none"))["measurements"]);
    }

    [Fact]
    public async Task Samples_of_two_devices_are_united_and_the_row_with_power_wins()
    {
        var phone = await api.RegisterAsync();
        var watch = phone.OtherDevice();
        await phone.SyncAsync(Change("create", "2026-03-02T09:00:00Z", """[{"timestamp":"2026-03-01T06:30:00Z","heartrate":120},{"timestamp":"2026-03-01T06:30:02Z","power":200}]"""));
        var older = await watch.SyncAsync(Change("create", "2026-03-02T08:00:00Z", """[{"timestamp":"2026-03-01T06:30:00Z","power":180},{"timestamp":"2026-03-01T06:30:01Z","power":190}]"""));

        var result = older["results"]![0]!;
        Assert.Equal("merged", result["status"]!.GetValue<string>());
        Assert.Equal(3, result["current"]!["measurementCount"]!.GetValue<int>());
        var workout = await phone.GetAsync($"api/workouts/{result["id"]!.GetValue<string>()}");
        Assert.Equal("2026-03-02T09:00:00.000Z", workout["updatedAt"]!.GetValue<string>());
        Assert.Equal([180, 190, 200], workout["measurements"]!.AsArray().Select(row => row!["power"]!.GetValue<int>()));
        Assert.Equal(190, workout["summary"]!["avgPower"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_summary_is_filled_from_the_samples_where_the_client_said_nothing()
    {
        var user = await api.RegisterAsync();
        var rows = Enumerable.Range(0, 60).Select(i => new { timestamp = 1772346600000 + (i * 1000), power = 200, heartrate = 140, cadence = 90 });
        var id = await user.CreateWorkoutAsync(new { startedAt = "2026-03-01T06:30:00Z", summary = new { avgPower = 199, mood = "fine" }, measurements = rows });
        var summary = (await user.GetAsync($"api/workouts/{id}"))["summary"]!;
        Assert.Equal(199, summary["avgPower"]!.GetValue<int>());
        Assert.Equal("fine", summary["mood"]!.GetValue<string>());
        Assert.Equal(200, summary["normalizedPower"]!.GetValue<int>());
        Assert.Equal(140, summary["maxHeartrate"]!.GetValue<int>());
        Assert.Equal(90, summary["avgCadence"]!.GetValue<int>());
        Assert.Equal(12, summary["calories"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_hundred_thousand_samples_are_taken_and_one_more_is_not()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a", measurements: SampleWorkouts.Measurements(100_000)));
        Assert.Equal(100_000, (await user.GetAsync($"api/workouts/{id}"))["measurements"]!.AsArray().Count);

        var refused = await user.SendAsync(HttpMethod.Post, "api/workouts", SampleWorkouts.Ride("b", measurements: SampleWorkouts.Measurements(100_001)));
        await ApiAssert.ProblemAsync(refused, HttpStatusCode.BadRequest);
        Assert.Single((await user.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task Samples_that_fit_alone_but_not_together_are_refused_and_the_stored_ones_stay()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a", measurements: SampleWorkouts.Measurements(60_000)));
        var more = SampleWorkouts.Ride("a", updatedAt: "2026-03-09T00:00:00Z", measurements: SampleWorkouts.Measurements(60_000, from: 60_000));
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Put, $"api/workouts/{id}", more), HttpStatusCode.UnprocessableEntity, "measurements-too-large");
        Assert.Equal(60_000, (await user.GetAsync($"api/workouts/{id}"))["measurements"]!.AsArray().Count);
    }

    private static JsonNode Change(string action, string updatedAt, string measurements) => new JsonObject
    {
        ["action"] = action,
        ["localId"] = "a",
        ["startedAt"] = "2026-03-01T06:30:00Z",
        ["updatedAt"] = updatedAt,
        ["measurements"] = JsonNode.Parse(measurements),
    };
}
