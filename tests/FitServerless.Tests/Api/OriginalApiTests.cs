using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using FitServerless.Tests.Workouts.Files;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class OriginalApiTests(ApiFixture api)
{
    [Fact]
    public async Task A_workout_gives_back_the_file_that_it_came_from()
    {
        var user = await api.RegisterAsync();
        var ride = SampleFiles.Bytes("ride.fit");
        var id = (await ImportAsync(user, ride, "2026/Morning ride.fit"))[0];
        var original = (await user.GetAsync($"api/workouts/{id}"))["original"]!;
        Assert.Equal(
            ("Morning ride.fit", "application/vnd.ant.fit", ride.Length, Convert.ToHexStringLower(SHA256.HashData(ride))),
            ((string?)original["name"], (string?)original["mediaType"], (int)original["size"]!, (string?)original["sha256"]));

        var response = await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}/original");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(ride, await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/vnd.ant.fit", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Morning ride.fit", response.Content.Headers.ContentDisposition.FileName);
        Assert.Equal($"\"{original["sha256"]}\"", response.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Who_has_it_is_told_so_and_who_has_half_of_it_gets_the_rest()
    {
        var user = await api.RegisterAsync();
        var ride = SampleFiles.Bytes("ride.fit");
        var path = $"api/workouts/{(await ImportAsync(user, ride))[0]}/original";
        var tag = (await user.SendAsync(HttpMethod.Get, path)).Headers.ETag!.Tag;

        var known = await user.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, tag), (known.StatusCode, known.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", "\"else\""))).StatusCode);
        var rest = await user.SendAsync(HttpMethod.Get, path, null, ("Range", "bytes=1000-"), ("If-Range", tag));
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(ride[1000..], await rest.Content.ReadAsByteArrayAsync());
        var past = await user.SendAsync(HttpMethod.Get, path, null, ("Range", "bytes=99999999-"));
        await ApiAssert.ProblemAsync(past, HttpStatusCode.RequestedRangeNotSatisfiable, "range-not-satisfiable");
        var other = await user.SendAsync(HttpMethod.Get, path, null, ("If-Match", "\"another\""));
        await ApiAssert.ProblemAsync(other, HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    [Fact]
    public async Task Of_an_archive_each_file_is_kept_and_a_gzipped_one_as_it_came()
    {
        var user = await api.RegisterAsync();
        var (ride, indoor) = (SampleFiles.Bytes("ride.fit"), SampleFiles.Bytes("indoor.fit"));
        var ids = await ImportAsync(user, ZipFiles.Of(("a/ride.fit", ride), ("indoor.fit.gz", ZipFiles.Gzip(indoor))));
        Assert.Equal(ride, await BytesAsync(user, ids[0]));
        Assert.Equal(indoor, await BytesAsync(user, ids[1]));

        var other = await api.RegisterAsync();
        var packed = ZipFiles.Gzip(indoor);
        var id = (await ImportAsync(other, packed, "indoor.fit.gz"))[0];
        var response = await other.SendAsync(HttpMethod.Get, $"api/workouts/{id}/original");
        Assert.Equal("application/gzip", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("indoor.fit.gz", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(packed, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Edits_leave_it_and_no_client_can_name_another()
    {
        var user = await api.RegisterAsync();
        var ride = SampleFiles.Bytes("ride.fit");
        var id = (await ImportAsync(user, ride))[0];
        var forged = new { name = "x", mediaType = "text/html", size = 1, sha256 = new string('0', 64) };
        await user.ReadAsync(HttpMethod.Put, $"api/workouts/{id}", new { startedAt = "2026-05-03T07:15:00Z", title = "Mine", original = forged });
        await user.SyncAsync(SampleWorkouts.Change("update", new { id, notes = "Fog", original = forged }));

        Assert.Equal("Fog", (string?)(await user.GetAsync($"api/workouts/{id}"))["notes"]);
        Assert.Equal(ride, await BytesAsync(user, id));
        var own = await user.CreateWorkoutAsync(new { startedAt = "2026-05-03T07:15:00Z", original = forged });
        Assert.Null((await user.GetAsync($"api/workouts/{own}"))["original"]);
    }

    [Fact]
    public async Task Without_one_and_for_others_there_is_nothing()
    {
        var user = await api.RegisterAsync();
        var own = await user.CreateWorkoutAsync(SampleWorkouts.Ride("typed in"));
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"api/workouts/{own}/original"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, "api/workouts/nobody/original"), HttpStatusCode.NotFound);
        var imported = (await ImportAsync(user, SampleFiles.Bytes("ride.fit")))[0];
        await ApiAssert.ProblemAsync(
            await (await api.RegisterAsync()).SendAsync(HttpMethod.Get, $"api/workouts/{imported}/original"), HttpStatusCode.NotFound);
        await user.SendAsync(HttpMethod.Delete, $"api/workouts/{imported}");
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"api/workouts/{imported}/original"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("..%2f..%2fother%2foriginals")]
    [InlineData("%2e%2e")]
    [InlineData("..%5c..")]
    [InlineData("%E2%88%95etc")]
    [InlineData("'")]
    public async Task An_id_that_leads_elsewhere_leads_nowhere(string id) => await ApiAssert.ProblemAsync(
        await (await api.RegisterAsync()).SendAsync(HttpMethod.Get, $"api/workouts/{id}/original"), HttpStatusCode.NotFound);

    [Fact]
    public async Task An_id_without_end_leads_nowhere() => await ApiAssert.ProblemAsync(
        await (await api.RegisterAsync()).SendAsync(HttpMethod.Get, $"api/workouts/{new string('a', 2_000)}/original"), HttpStatusCode.NotFound);

    private static async Task<byte[]> BytesAsync(ApiUser user, string id) =>
        await (await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}/original")).Content.ReadAsByteArrayAsync();

    private static async Task<string[]> ImportAsync(ApiUser user, byte[] file, string name = "ride.fit")
    {
        var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        var answer = await user.ReadAsync(HttpMethod.Post, $"api/workouts/import?name={Uri.EscapeDataString(name)}", content);
        return [.. answer["results"]!.AsArray().Select(result => (string)result!["id"]!)];
    }
}
