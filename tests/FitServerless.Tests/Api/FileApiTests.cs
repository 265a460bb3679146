using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using FitServerless.Tests.Workouts.Files;
using FitServerless.Workouts.Files;
using FitServerless.Workouts.Measurements;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class FileApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_ride_imported_as_fit_then_tcx_then_gpx_then_again_is_one_workout()
    {
        var user = await api.RegisterAsync();
        var results = new List<JsonNode>();
        foreach (var name in (string[])["ride.fit", "ride.gpsbabel.tcx", "ride.gpsbabel.gpx", "ride.fit"])
            results.Add(Assert.Single(await ImportAsync(user, SampleFiles.Bytes(name), name))!);

        Assert.Equal(["applied", "duplicate", "duplicate", "duplicate"], results.Select(result => result["status"]!.GetValue<string>()));
        Assert.Single(results.Select(result => result["id"]!.GetValue<string>()).Distinct());
        Assert.Equal("ride.gpsbabel.tcx", results[1]["name"]!.GetValue<string>());
        Assert.Single((await user.GetAsync("api/workouts")).AsArray());
    }

    [Fact]
    public async Task An_imported_ride_has_what_the_device_recorded()
    {
        var user = await api.RegisterAsync();
        var workout = await user.GetAsync($"api/workouts/{await ImportOneAsync(user, SampleFiles.Bytes("ride.fit"))}?measurements=columns");

        Assert.Equal("2026-05-03T07:15:00.000Z", workout["startedAt"]!.GetValue<string>());
        Assert.Equal("2026-05-03T07:18:59.000Z", workout["endedAt"]!.GetValue<string>());
        Assert.Equal("Biking", workout["sportType"]!.GetValue<string>());
        Assert.Equal(210, workout["durationSeconds"]!.GetValue<int>());
        Assert.Equal(211, workout["measurementCount"]!.GetValue<int>());
        Assert.Equal(1920, workout["summary"]!["distance"]!.GetValue<double>());
        Assert.Equal(25, workout["summary"]!["calories"]!.GetValue<double>());
        Assert.Equal("Edge 530", workout["summary"]!["device"]!.GetValue<string>());
        Assert.Equal(2, workout["summary"]!["laps"]!.AsArray().Count);
        Assert.Equal(14, workout["measurements"]!["temperature"]![0]!.GetValue<double>());
    }

    [Theory]
    [InlineData(ActivityFormat.Fit, "application/vnd.ant.fit")]
    [InlineData(ActivityFormat.Tcx, "application/vnd.garmin.tcx+xml")]
    [InlineData(ActivityFormat.Gpx, "application/gpx+xml")]
    public async Task What_goes_in_comes_out_in_every_format(ActivityFormat format, string mediaType)
    {
        var user = await api.RegisterAsync();
        var id = await ImportOneAsync(user, SampleFiles.Bytes("ride.fit"));
        var name = format.ToString().ToLowerInvariant();
        var response = await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}/export/{name}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"2026-05-03-071500.{name}", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("\"1\"", response.Headers.ETag!.Tag);
        var file = await response.Content.ReadAsByteArrayAsync();
        var (before, after) = (SampleFiles.Read("ride.fit"), Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(file)).Files));
        Assert.Equal(before.Samples.Times, after.Samples.Times);
        Assert.Equal(before.Samples[Channel.Power], after.Samples[Channel.Power]);
        Assert.Equal(before.Pauses, after.Pauses);
        Assert.Equal(before.Creator, after.Creator);
        Assert.Equal(format == ActivityFormat.Gpx ? 0 : 2, after.Laps.Count);
        Assert.Equal("duplicate", Assert.Single(await ImportAsync(user, file))!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_ride_without_positions_goes_out_as_fit_and_tcx_and_not_as_gpx()
    {
        var user = await api.RegisterAsync();
        var id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("indoors", measurements: SampleWorkouts.Measurements(30)));
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}/export/gpx"), HttpStatusCode.UnprocessableEntity, "no-position");
        foreach (var format in (string[])["fit", "tcx"])
        {
            var file = await (await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}/export/{format}")).Content.ReadAsByteArrayAsync();
            Assert.Equal(30, Assert.Single(Assert.IsType<ActivityRead.Activities>(ActivityFileReader.Read(file)).Files).Samples.Count);
        }
    }

    [Fact]
    public async Task A_format_that_there_is_not_and_a_workout_of_somebody_else_are_not_found()
    {
        var user = await api.RegisterAsync();
        var id = await ImportOneAsync(user, SampleFiles.Bytes("indoor.fit"));
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}/export/pwx"), HttpStatusCode.NotFound);
        var other = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await other.SendAsync(HttpMethod.Get, $"api/workouts/{id}/export/fit"), HttpStatusCode.NotFound);
        Assert.NotEqual(id, await ImportOneAsync(other, SampleFiles.Bytes("indoor.fit")));
    }

    [Fact]
    public async Task A_zip_tells_of_each_file_what_became_of_it()
    {
        var user = await api.RegisterAsync();
        var ride = SampleFiles.Bytes("ride.fit");
        var results = await ImportAsync(user, ZipFiles.Of(
            ("2026/ride.fit", ride), ("2026/ride.gpx", SampleFiles.Bytes("ride.gpsbabel.gpx")), ("indoor.fit.gz", ZipFiles.Gzip(SampleFiles.Bytes("indoor.fit"))),
            ("cut.fit", ride[..100]), ("../up.fit", ride), ("settings.fit", SampleFiles.Bytes("settings.fit")), ("readme.txt", "hello"u8.ToArray())));

        Assert.Equal(
            ["2026/ride.fit applied", "2026/ride.gpx duplicate", "indoor.fit.gz applied", "cut.fit rejected", "../up.fit rejected", "settings.fit rejected", "readme.txt rejected"],
            results.Select(result => $"{result!["name"]} {result["status"]}"));
        Assert.Equal(
            ["/problems/file-truncated", "/problems/unsafe-name", "/problems/not-an-activity", "/problems/unknown-format"],
            results.Skip(3).Select(result => result!["problem"]!["type"]!.GetValue<string>()));
        Assert.Equal(results[0]!["id"]!.GetValue<string>(), results[1]!["id"]!.GetValue<string>());
        Assert.Equal(2, (await user.GetAsync("api/workouts")).AsArray().Count);
    }

    [Fact]
    public async Task A_single_file_that_is_refused_is_a_problem()
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await PostAsync(user, SampleFiles.Bytes("ride.fit")[..500]), HttpStatusCode.UnprocessableEntity, "file-truncated");
        await ApiAssert.ProblemAsync(await PostAsync(user, "hello"u8.ToArray()), HttpStatusCode.UnsupportedMediaType, "unknown-format");
        await ApiAssert.ProblemAsync(await PostAsync(user, "<!DOCTYPE gpx><gpx/>"u8.ToArray()), HttpStatusCode.UnprocessableEntity, "file-malformed");
        await ApiAssert.ProblemAsync(await PostAsync(user, "PK\u0003\u0004zip"u8.ToArray()), HttpStatusCode.UnprocessableEntity, "file-malformed");
        await ApiAssert.ProblemAsync(await PostAsync(user, []), HttpStatusCode.BadRequest, "malformed");
        Assert.Empty((await user.GetAsync("api/workouts")).AsArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_past_the_limit_is_refused_before_it_is_read(bool chunked)
    {
        var user = await api.RegisterAsync();
        using var content = new LargeContent(200L * 1024 * 1024, chunked);
        try
        {
            await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/workouts/import", content), HttpStatusCode.RequestEntityTooLarge, "too-large");
        }
        catch (HttpRequestException)
        {
            // The server closes the connection while the client still sends; what matters is how much it took.
        }

        Assert.True(content.Sent < 100L * 1024 * 1024);
    }

    [Fact]
    public async Task An_import_leaves_what_its_owner_edited_and_brings_back_what_was_deleted()
    {
        var user = await api.RegisterAsync();
        var id = await ImportOneAsync(user, SampleFiles.Bytes("ride.fit"));
        await user.ReadAsync(HttpMethod.Put, $"api/workouts/{id}", new { startedAt = "2026-05-03T07:15:00Z", title = "Mine" });
        Assert.Equal("duplicate", Assert.Single(await ImportAsync(user, SampleFiles.Bytes("ride.fit")))!["status"]!.GetValue<string>());
        Assert.Equal("Mine", (await user.GetAsync($"api/workouts/{id}"))["title"]!.GetValue<string>());

        await user.SendAsync(HttpMethod.Delete, $"api/workouts/{id}");
        var again = Assert.Single(await ImportAsync(user, SampleFiles.Bytes("ride.fit")))!;
        Assert.Equal(("applied", id), (again["status"]!.GetValue<string>(), again["id"]!.GetValue<string>()));
        Assert.Equal(211, (await user.GetAsync($"api/workouts/{id}"))["measurementCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_same_file_sent_many_times_at_once_is_one_workout()
    {
        var user = await api.RegisterAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ImportAsync(user, SampleFiles.Bytes("indoor.fit"))));
        Assert.Single(results, result => result[0]!["status"]!.GetValue<string>() == "applied");
        Assert.Single((await user.GetAsync("api/workouts")).AsArray());
    }

    private static Task<HttpResponseMessage> PostAsync(ApiUser user, byte[] file, string? name = null)
    {
        var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return user.SendAsync(HttpMethod.Post, "api/workouts/import" + (name is null ? "" : $"?name={Uri.EscapeDataString(name)}"), content);
    }

    private static async Task<JsonArray> ImportAsync(ApiUser user, byte[] file, string? name = null)
    {
        var response = await PostAsync(user, file, name);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!["results"]!.AsArray();
    }

    private static async Task<string> ImportOneAsync(ApiUser user, byte[] file) =>
        Assert.Single(await ImportAsync(user, file))!["id"]!.GetValue<string>();
}
