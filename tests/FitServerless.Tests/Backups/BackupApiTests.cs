using System.Net;
using System.Security.Cryptography;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Backups;

[Collection(ApiCollection.Name)]
public sealed class BackupApiTests(ApiFixture api)
{
    [Fact]
    public async Task What_was_uploaded_comes_back_byte_for_byte()
    {
        var user = await api.RegisterAsync();
        var bytes = RandomNumberGenerator.GetBytes(9 * 1024 * 1024);
        var stored = await Uploads.PutAsync(user, "phone", bytes);
        var id = (string)stored["id"]!;
        Assert.Equal((bytes.Length, Uploads.Sha256(bytes)), ((int)stored["size"]!, (string)stored["sha256"]!));

        foreach (var path in new[] { $"backup/{id}", $"backup/{id.Replace("/", "%2F", StringComparison.Ordinal)}" })
        {
            var response = await user.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(bytes, await response.Content.ReadAsByteArrayAsync());
            Assert.Equal("application/gzip", response.Content.Headers.ContentType!.MediaType);
        }

        var listed = Assert.Single((await user.GetAsync("api/backups")).AsArray())!;
        Assert.Equal((id, bytes.Length, Uploads.Sha256(bytes)), ((string)listed["id"]!, (int)listed["size"]!, (string)listed["sha256"]!));
        Assert.InRange((DateTimeOffset)listed["createdAt"]!, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
    }

    [Theory]
    [InlineData("backup/")]
    [InlineData("backup//")]
    [InlineData("backup/daily")]
    public async Task A_backup_without_its_whole_name_is_not_there(string path)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, path), HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=100-299", 100, 200)]
    [InlineData("bytes=5000000-", 5_000_000, 242_880)]
    [InlineData("bytes=-500", 5_242_380, 500)]
    [InlineData("bytes=5242879-9999999999", 5_242_879, 1)]
    public async Task A_range_is_a_stretch_of_it(string range, int from, int length)
    {
        var user = await api.RegisterAsync();
        var bytes = RandomNumberGenerator.GetBytes(5 * 1024 * 1024);
        var id = (string)(await Uploads.PutAsync(user, "phone", bytes))["id"]!;
        var response = await user.SendAsync(HttpMethod.Get, $"backup/{id}", null, ("Range", range));
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {from}-{from + length - 1}/{bytes.Length}", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(bytes[from..(from + length)], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_has_it_is_told_so_and_a_range_of_another_one_is_all_of_this()
    {
        var user = await api.RegisterAsync();
        var bytes = RandomNumberGenerator.GetBytes(1000);
        var id = (string)(await Uploads.PutAsync(user, "phone", bytes))["id"]!;
        var tag = (await user.SendAsync(HttpMethod.Get, $"backup/{id}")).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.NotModified, (await user.SendAsync(HttpMethod.Get, $"backup/{id}", null, ("If-None-Match", tag))).StatusCode);
        Assert.Equal(
            HttpStatusCode.PartialContent, (await user.SendAsync(HttpMethod.Get, $"backup/{id}", null, ("Range", "bytes=5-"), ("If-Range", tag))).StatusCode);
        Assert.Equal(
            HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, $"backup/{id}", null, ("Range", "bytes=5-"), ("If-Range", "\"x\""))).StatusCode);
        var past = await user.SendAsync(HttpMethod.Get, $"backup/{id}", null, ("Range", "bytes=1000-"));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "bytes */1000"), (past.StatusCode, past.Content.Headers.ContentRange!.ToString()));
    }

    [Fact]
    public async Task A_backup_may_be_larger_than_other_bodies_but_not_larger_than_the_limit()
    {
        var user = await api.RegisterAsync();
        using var large = new LargeContent(31_000_000, chunked: true);
        Assert.Equal(HttpStatusCode.Created, (await user.SendAsync(HttpMethod.Put, "api/backups/large", large)).StatusCode);
        using var told = new LargeContent((1L << 30) + 1, chunked: false);
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Put, "api/backups/larger", told, ("Expect", "100-continue")), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(0, told.Sent);
        Assert.Equal("uploads/large", (string?)Assert.Single((await user.GetAsync("api/backups")).AsArray())!["id"]);
    }

    [Fact]
    public async Task A_bomb_is_refused_and_nothing_has_changed()
    {
        var user = await api.RegisterAsync();
        await user.ReadAsync(HttpMethod.Put, "api/documents/goals/g1", new { text = "mine" });
        await Uploads.PutAsync(user, "bomb", Tars.Bomb(megabytes: 300));
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/backups/uploads/bomb/restore?mode=replace"), (HttpStatusCode)422, "not-restorable");
        Assert.Single((await user.GetAsync("api/documents/goals")).AsArray());
    }

    [Theory]
    [InlineData("..%2F..%2Fother")]
    [InlineData("daily/..%2F..%2Fx")]
    [InlineData("daily/%2e%2e/x")]
    [InlineData("uploads/a%5Cb")]
    [InlineData("uploads/a%E2%88%95b")]
    [InlineData("uploads/CON")]
    [InlineData("parts/x")]
    [InlineData("originals/x")]
    [InlineData("uploads/")]
    [InlineData("uploads")]
    [InlineData("daily/2026-11-21/more")]
    public async Task An_id_that_is_none_is_not_found(string id)
    {
        var user = await api.RegisterAsync();
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"backup/{id}"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"backup/uploads/{new string('a', 1025)}"), HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("..")]
    [InlineData("a%5C..%5Cb")]
    [InlineData("NUL")]
    [InlineData("a%EF%BC%8Fb")]
    [InlineData(".hidden")]
    public async Task A_name_that_could_be_a_path_is_refused(string name)
    {
        var user = await api.RegisterAsync();
        var response = await user.SendAsync(HttpMethod.Put, $"api/backups/{name}", new ByteArrayContent([1, 2, 3]));
        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{response.StatusCode}");
        Assert.Empty((await user.GetAsync("api/backups")).AsArray());
    }

    [Fact]
    public async Task Another_users_backup_is_not_there()
    {
        var (ada, bob) = (await api.RegisterAsync(), await api.RegisterAsync());
        var id = (string)(await Uploads.PutAsync(ada, "phone", [1, 2, 3]))["id"]!;
        await ApiAssert.ProblemAsync(await bob.SendAsync(HttpMethod.Get, $"backup/{id}"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await bob.SendAsync(HttpMethod.Post, $"api/backups/{id}/restore?mode=merge"), HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NoContent, (await bob.SendAsync(HttpMethod.Delete, $"api/backups/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.SendAsync(HttpMethod.Get, $"backup/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await ada.SendAsync(HttpMethod.Delete, $"api/backups/{id}")).StatusCode);
        await ApiAssert.ProblemAsync(await ada.SendAsync(HttpMethod.Get, $"backup/{id}"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_backup_goes_into_an_empty_account_and_comes_out_as_the_same_bytes()
    {
        var (ada, bob) = (await api.RegisterAsync(), await api.RegisterAsync());
        await Accounts.FillAsync(ada);
        var archive = await Uploads.SnapshotAsync(ada);
        Assert.Contains("collections/workouts/00001.jsonl", Archive.Read(archive).Keys);
        Assert.Contains(Archive.Read(archive).Keys, name => name.StartsWith("originals/", StringComparison.Ordinal));

        foreach (var mode in new[] { "merge", "replace" })
        {
            await Uploads.PutAsync(bob, "from-ada", archive);
            var result = await bob.ReadAsync(HttpMethod.Post, $"api/backups/uploads/from-ada/restore?mode={mode}");
            Assert.Equal(0, (int)result["kept"]! + (int)result["deleted"]!);
            Assert.Equal(archive, await Uploads.SnapshotAsync(bob));
        }

        var ride = (await ada.GetAsync("api/workouts")).AsArray().First(workout => workout!["original"] is not null)!;
        var restored = await bob.SendAsync(HttpMethod.Get, $"api/workouts/{ride["id"]}/original");
        Assert.Equal((string)ride["original"]!["sha256"]!, Uploads.Sha256(await restored.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Replacing_brings_back_what_was_and_tells_the_other_devices()
    {
        var user = await api.RegisterAsync();
        await Accounts.FillAsync(user);
        var before = await Uploads.SnapshotAsync(user);
        var id = (string)(await user.GetAsync("api/backups")).AsArray().Single()!["id"]!;
        var cursor = (string)(await user.ReadAsync(HttpMethod.Post, "api/sync", new { deviceId = "watch" }))["cursor"]!;

        await user.ReadAsync(HttpMethod.Put, "api/documents/goals/g1", new { text = "spoilt" });
        Assert.True((await user.SendAsync(HttpMethod.Delete, "api/documents/goals/g2")).IsSuccessStatusCode);
        await user.ReadAsync(HttpMethod.Put, "api/documents/goals/late", new { text = "not in the backup" });
        var result = await user.ReadAsync(HttpMethod.Post, $"api/backups/{id}/restore?mode=replace");

        Assert.Equal((2, 1), ((int)result["restored"]!, (int)result["deleted"]!));
        Assert.Equal(Documents.Of(before), Documents.Of(await Uploads.SnapshotAsync(user)));
        var changes = (await user.ReadAsync(HttpMethod.Post, "api/sync", new { deviceId = "watch", cursor }))["changes"]!.AsArray();
        Assert.Equal(["g1 set", "g2 set", "late gone"], changes.Select(change => $"{change!["id"]} {(change["data"] is null ? "gone" : "set")}").Order());
        // What the restore took away is in the backup that it made before.
        var spoilt = await user.SendAsync(HttpMethod.Get, $"backup/{result["before"]}");
        Assert.Contains(Archive.Lines(await spoilt.Content.ReadAsByteArrayAsync(), "goals"), line => line.Contains("spoilt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Merging_keeps_what_is_later()
    {
        var user = await api.RegisterAsync();
        await Accounts.FillAsync(user);
        await Uploads.SnapshotAsync(user);
        var id = (string)(await user.GetAsync("api/backups")).AsArray().Single()!["id"]!;
        await user.ReadAsync(HttpMethod.Put, "api/documents/goals/g1", new { text = "later" });
        Assert.True((await user.SendAsync(HttpMethod.Delete, "api/documents/goals/g2")).IsSuccessStatusCode);
        await user.ReadAsync(HttpMethod.Put, "api/documents/goals/late", new { text = "not in the backup" });

        var result = await user.ReadAsync(HttpMethod.Post, $"api/backups/{id}/restore?mode=merge");

        Assert.Equal((0, 2, 0), ((int)result["restored"]!, (int)result["kept"]!, (int)result["deleted"]!));
        var goals = (await user.GetAsync("api/documents/goals")).AsArray().Select(goal => (string)goal!["id"]!);
        Assert.DoesNotContain("g2", goals);
        Assert.Contains("late", goals);
    }

    [Fact]
    public async Task A_restore_says_how_and_of_what()
    {
        var user = await api.RegisterAsync();
        await Uploads.PutAsync(user, "phone", RandomNumberGenerator.GetBytes(1000));
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Post, "api/backups/uploads/phone/restore"), HttpStatusCode.BadRequest, "invalid");
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/backups/uploads/none/restore?mode=merge"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/backups/uploads/phone/restore?mode=merge"), (HttpStatusCode)422, "not-restorable");
    }
}
