using System.Net;
using System.Text;
using FitServerless.Backups.Archives;
using FitServerless.Tests.Api;
using FitServerless.Tests.Photos;

namespace FitServerless.Tests.Backups;

/// <summary>Files, the avatar and settings in backups, and back.</summary>
[Collection(ApiCollection.Name)]
public sealed class FileArchiveApiTests(ApiFixture api)
{
    [Fact]
    public async Task Files_and_the_avatar_go_into_an_empty_account_and_come_out_as_the_same_bytes()
    {
        var (ada, bob) = (await api.RegisterAsync(), await api.RegisterAsync());
        foreach (var name in new[] { "Öl <&> 日本.txt", "b.txt", "c.txt" })
            await UploadAsync(ada, name, Encoding.UTF8.GetBytes(name));
        await UploadAsync(ada, "finish.jpg", SamplePictures.Jpeg);
        await PutAvatarAsync(ada, SamplePictures.Jpeg);
        var archive = await Uploads.SnapshotAsync(ada);

        foreach (var mode in new[] { "merge", "replace" })
        {
            await Uploads.PutAsync(bob, "from-ada", archive);
            await bob.ReadAsync(HttpMethod.Post, $"api/backups/uploads/from-ada/restore?mode={mode}");
            Assert.Equal(archive, await Uploads.SnapshotAsync(bob));
            Assert.Equal((await ada.GetAsync("api/files")).ToJsonString(), (await bob.GetAsync("api/files")).ToJsonString());
        }

        Assert.NotNull((await bob.GetAsync("auth/me"))["avatarUrl"]);
    }

    [Fact]
    public async Task Replacing_brings_deleted_files_back_and_deletes_later_ones_and_merging_keeps_those()
    {
        var user = await api.RegisterAsync();
        var lost = await UploadAsync(user, "lost.txt", "lost"u8.ToArray());
        await PutAvatarAsync(user, SamplePictures.Png);
        var backup = (string)(await user.ReadAsync(HttpMethod.Post, "api/backups", null, HttpStatusCode.Created))["id"]!;
        Assert.True((await user.SendAsync(HttpMethod.Delete, $"api/files/{lost}")).IsSuccessStatusCode);
        await UploadAsync(user, "later.txt", "later"u8.ToArray());
        await PutAvatarAsync(user, SamplePictures.Gif);

        await user.ReadAsync(HttpMethod.Post, $"api/backups/{backup}/restore?mode=merge");
        Assert.Equal(["later.txt", "lost.txt"], await NamesAsync(user));
        Assert.Equal("image/gif", await AvatarTypeAsync(user));
        var replaced = await user.ReadAsync(HttpMethod.Post, $"api/backups/{backup}/restore?mode=replace");
        Assert.Equal(["lost.txt"], await NamesAsync(user));
        Assert.Equal("image/png", await AvatarTypeAsync(user));
        await user.ReadAsync(HttpMethod.Post, $"api/backups/{replaced["before"]}/restore?mode=replace");
        Assert.Equal(["later.txt", "lost.txt"], await NamesAsync(user));
        Assert.Equal("image/gif", await AvatarTypeAsync(user));
    }

    [Fact]
    public async Task Settings_come_back_where_there_are_none_and_are_set_back_by_replace()
    {
        var (ada, bob) = (await api.RegisterAsync(), await api.RegisterAsync());
        await SetAsync(ada, new { timeZone = "Europe/Zurich", settings = new { units = "imperial", theirs = new { a = 1.50, b = "Öl <&>" } } });
        var archive = await Uploads.SnapshotAsync(ada);
        await Uploads.PutAsync(bob, "from-ada", archive);
        await bob.ReadAsync(HttpMethod.Post, "api/backups/uploads/from-ada/restore?mode=merge");
        Assert.Equal(archive, await Uploads.SnapshotAsync(bob));
        await SetAsync(bob, new { timeZone = "Asia/Tokyo", settings = new { units = "metric" } });
        await bob.ReadAsync(HttpMethod.Post, "api/backups/uploads/from-ada/restore?mode=merge");
        Assert.Equal("Asia/Tokyo", (string?)(await bob.GetAsync("auth/me"))["timeZone"]);
        await bob.ReadAsync(HttpMethod.Post, "api/backups/uploads/from-ada/restore?mode=replace");
        Assert.Equal(archive, await Uploads.SnapshotAsync(bob));
    }

    [Theory]
    [InlineData("""{"timeZone":"Mars/Olympus"}""")]
    [InlineData("""{"timeZone":"UTC","settings":[]}""")]
    [InlineData("""{"timeZone":"UTC","settings":{"units":"cubits"}}""")]
    [InlineData("null")]
    public async Task Settings_that_nobody_could_have_made_are_refused(string line)
    {
        var user = await api.RegisterAsync();
        var output = new MemoryStream();
        await using (var archive = new ArchiveWriter(output))
        {
            await archive.AddLinesAsync("settings/00001.jsonl", Encoding.UTF8.GetBytes(line + "\n"), 1, default);
            await archive.CompleteAsync(default);
        }

        await Uploads.PutAsync(user, "made-up", output.ToArray());
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/backups/uploads/made-up/restore?mode=replace"), (HttpStatusCode)422, "not-restorable");
    }

    public static TheoryData<string, string, string> Refused => new()
    {
        { Line("text/plain", 3), Id, "<html>" },
        { Line("image/png", 3), Id, "abc" },
        { Line("text/plain", 4), Id, "abc" },
        { Line("text/plain", 3), "01a1fed2-279f-7638-ab60-e385e2d33d33", "abc" },
        { Line("text/plain", 3).Replace("a.txt", "../a.txt", StringComparison.Ordinal), Id, "abc" },
        { Line("text/plain", 3).Replace(Id, "totals", StringComparison.Ordinal), "totals", "abc" },
        { Line("text/plain", 3) + Line("text/plain", 3), Id, "abc" },
        { Line("text/plain", long.MaxValue), Id, "abc" },
        { Line("text/plain", 3).Replace("2025-", "0001-", StringComparison.Ordinal), Id, "abc" },
        { "{}\n", Id, "abc" },
        { Line("text/plain", 3), "avatar", "abc" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_no_upload_could_have_made_is_refused_before_anything_changes(string lines, string name, string content)
    {
        var user = await api.RegisterAsync();
        await Uploads.PutAsync(user, "made-up", await ArchiveAsync(lines, name, content));
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/backups/uploads/made-up/restore?mode=replace"), (HttpStatusCode)422, "not-restorable");
        Assert.Empty(await NamesAsync(user));
    }

    private const string Id = "01a1fed2-279f-7638-ab60-e385e2d33d32";

    private static string Line(string mediaType, long size) =>
        $$"""{"id":"{{Id}}","name":"a.txt","mediaType":"{{mediaType}}","size":{{size}},"createdAt":"2025-03-01T06:00:00Z"}""" + "\n";

    private static async Task<byte[]> ArchiveAsync(string lines, string name, string content)
    {
        var output = new MemoryStream();
        await using var archive = new ArchiveWriter(output);
        await archive.AddLinesAsync("files/00001.jsonl", Encoding.UTF8.GetBytes(lines), lines.Count(letter => letter == '\n'), default);
        var bytes = Encoding.UTF8.GetBytes(content);
        await archive.AddFileAsync($"files/{name}", bytes.Length, new MemoryStream(bytes), default);
        await archive.CompleteAsync(default);
        return output.ToArray();
    }

    private static async Task<string> UploadAsync(ApiUser user, string name, byte[] content) => (string)(await user.ReadAsync(
        HttpMethod.Post, $"api/files?name={Uri.EscapeDataString(name)}", new ByteArrayContent(content), HttpStatusCode.Created))["id"]!;

    private static async Task SetAsync(ApiUser user, object profile) => await user.ReadAsync(HttpMethod.Patch, "auth/me", profile);

    private static async Task PutAvatarAsync(ApiUser user, byte[] picture) => Assert.Equal(
        HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Put, "api/account/avatar", new ByteArrayContent(picture))).StatusCode);

    private static async Task<string?> AvatarTypeAsync(ApiUser user) =>
        (await user.SendAsync(HttpMethod.Get, "api/account/avatar")).Content.Headers.ContentType?.MediaType;

    private static async Task<IEnumerable<string>> NamesAsync(ApiUser user) =>
        (await user.GetAsync("api/files")).AsArray().Select(file => (string)file!["name"]!).Order(StringComparer.Ordinal).ToList();
}
