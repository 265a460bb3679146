using System.Net;
using FitServerless.Tests.Files;
using FitServerless.Tests.Photos;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class AvatarApiTests(ApiFixture api)
{
    private const string Avatar = "api/account/avatar";

    [Fact]
    public async Task An_avatar_is_shown_without_what_the_photo_told_of_its_owner()
    {
        var user = await api.RegisterAsync();
        Assert.Null((await user.GetAsync("auth/me"))["avatarUrl"]);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, Avatar), HttpStatusCode.NotFound, "not-found");

        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Put, Avatar, new ByteArrayContent(SamplePictures.Jpeg))).StatusCode);

        var url = (string)(await user.GetAsync("auth/me"))["avatarUrl"]!;
        var shown = await user.SendAsync(HttpMethod.Get, url);
        Assert.Equal("image/jpeg", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox", shown.Headers.GetValues("Content-Security-Policy").Single());
        var bytes = await shown.Content.ReadAsByteArrayAsync();
        Assert.InRange(bytes.Length, 100, SamplePictures.Jpeg.Length);
        Assert.All(SamplePictures.Secrets, secret => Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(secret)) < 0));
        var known = await user.SendAsync(HttpMethod.Get, url, null, ("If-None-Match", shown.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Fact]
    public async Task A_new_one_takes_the_place_of_the_old_and_has_another_address()
    {
        var user = await api.RegisterAsync();
        await user.SendAsync(HttpMethod.Put, Avatar, new ByteArrayContent(SamplePictures.Jpeg));
        var old = (string)(await user.GetAsync("auth/me"))["avatarUrl"]!;
        await user.SendAsync(HttpMethod.Put, Avatar, new ByteArrayContent(SamplePictures.Png));
        Assert.NotEqual(old, (string)(await user.GetAsync("auth/me"))["avatarUrl"]!);
        Assert.Equal("image/png", (await user.SendAsync(HttpMethod.Get, Avatar)).Content.Headers.ContentType!.MediaType);

        Assert.Equal(HttpStatusCode.NoContent, (await user.SendAsync(HttpMethod.Delete, Avatar)).StatusCode);

        Assert.Null((await user.GetAsync("auth/me"))["avatarUrl"]);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, Avatar), HttpStatusCode.NotFound, "not-found");
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Delete, Avatar), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_and_the_old_one_stays()
    {
        var user = await api.RegisterAsync();
        await user.SendAsync(HttpMethod.Put, Avatar, new ByteArrayContent(SamplePictures.Png));
        foreach (var other in (byte[][])[SampleDocuments.Pdf, SampleDocuments.Text, "<svg/>"u8.ToArray(), SamplePictures.Jpeg[..^2]])
        {
            var response = await user.SendAsync(HttpMethod.Put, Avatar, new ByteArrayContent(other));
            await ApiAssert.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        }

        Assert.Equal("image/png", (await user.SendAsync(HttpMethod.Get, Avatar)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Each_person_has_one_of_their_own()
    {
        var (user, other) = (await api.RegisterAsync(), await api.RegisterAsync());
        await user.SendAsync(HttpMethod.Put, Avatar, new ByteArrayContent(SamplePictures.Png));
        await ApiAssert.ProblemAsync(await other.SendAsync(HttpMethod.Get, Avatar), HttpStatusCode.NotFound, "not-found");
    }
}
