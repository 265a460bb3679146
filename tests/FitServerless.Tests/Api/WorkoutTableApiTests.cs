using System.Globalization;
using System.Net;
using CsvHelper;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class WorkoutTableApiTests(ApiFixture api)
{
    [Fact]
    public async Task All_workouts_are_a_row_each_newest_first_with_their_notes()
    {
        var user = await api.RegisterAsync();
        await user.SyncAsync(
            [.. Enumerable.Range(0, 120).Select(day => SampleWorkouts.Change("create", SampleWorkouts.Ride($"{day}", day, title: $"=Ride {day}")))]);

        var response = await user.SendAsync(HttpMethod.Get, "api/workouts/export.csv");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("workouts.csv", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var rows = await RowsAsync(response);
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(day => $"'=Ride {day}"), rows.Select(row => row["title"]));
        Assert.All(rows, row => Assert.Equal(("Headwind on the way back.", "201", "3600"), (row["notes"], row["avgPower"], row["durationSeconds"])));
    }

    [Fact]
    public async Task It_can_be_narrowed_as_the_list_can_and_nobody_elses_is_in_it()
    {
        var (user, other) = (await api.RegisterAsync(), await api.RegisterAsync());
        await user.SyncAsync([.. Enumerable.Range(0, 10).Select(day => SampleWorkouts.Change("create", SampleWorkouts.Ride($"{day}", day)))]);
        await other.CreateWorkoutAsync(SampleWorkouts.Ride("theirs", title: "Theirs"));

        var rows = await RowsAsync(await user.SendAsync(HttpMethod.Get, "api/workouts/export.csv?from=2026-03-03T00:00:00Z&to=2026-03-05T06:30:00Z"));

        Assert.Equal(["Ride 4", "Ride 3", "Ride 2"], rows.Select(row => row["title"]));
        Assert.Empty(await RowsAsync(await user.SendAsync(HttpMethod.Get, "api/workouts/export.csv?sport=Chess")));
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, "api/workouts/export.csv?from=yesterday"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Of_an_encrypted_one_it_tells_that_it_is()
    {
        var user = await api.RegisterAsync();
        var ciphertext = new { enc = "A256GCM", kid = "k", iv = "AAAA", ct = "AAAA", startedAt = "2026-03-01T06:30:00Z" };
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Put, "api/documents/workouts/w", ciphertext)).StatusCode);

        var row = Assert.Single(await RowsAsync(await user.SendAsync(HttpMethod.Get, "api/workouts/export.csv")));

        Assert.Equal(("2026-03-01T06:30:00Z", "", "", "", "yes"), (row["startedAt"], row["sport"], row["title"], row["notes"], row["encrypted"]));
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(HttpResponseMessage response)
    {
        using var rows = new CsvReader(new StreamReader(await response.Content.ReadAsStreamAsync()), CultureInfo.InvariantCulture);
        rows.Read();
        rows.ReadHeader();
        var all = new List<IReadOnlyDictionary<string, string>>();
        while (rows.Read())
            all.Add(rows.HeaderRecord!.ToDictionary(name => name, name => rows.GetField(name)!));
        return all;
    }
}
