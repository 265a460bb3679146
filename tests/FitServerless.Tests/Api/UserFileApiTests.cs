using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FitServerless.Tests.Files;

namespace FitServerless.Tests.Api;

[Collection(ApiCollection.Name)]
public sealed class UserFileApiTests(ApiFixture api)
{
    [Theory]
    [InlineData("image/jpeg", "me.jpg")]
    [InlineData("image/png", "map.png")]
    [InlineData("image/gif", "wave.gif")]
    [InlineData("application/pdf", "plan.pdf")]
    [InlineData("text/plain", "notes.txt")]
    public async Task A_file_is_kept_as_it_came_and_given_out_as_what_it_is(string mediaType, string name)
    {
        var user = await api.RegisterAsync();
        var content = SampleDocuments.Of(mediaType);
        var created = await user.SendAsync(HttpMethod.Post, $"api/files?name={name}", Body(content, "application/x-whatever"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var file = (await JsonNode.ParseAsync(await created.Content.ReadAsStreamAsync()))!;
        Assert.Equal((name, mediaType, content.Length), ((string?)file["name"], (string?)file["mediaType"], (int)file["size"]!));
        Assert.Equal($"/api/files/{file["id"]}", created.Headers.Location!.OriginalString);

        var got = await user.SendAsync(HttpMethod.Get, created.Headers.Location.OriginalString);

        Assert.Equal(content, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal(mediaType, got.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", name), (got.Content.Headers.ContentDisposition!.DispositionType, got.Content.Headers.ContentDisposition.FileName));
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", got.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(created.Headers.ETag, got.Headers.ETag);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "<html><script>alert(1)</script></html>", "text/plain" },
        { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/png" },
        { "GIF89a=1;alert(1)//", "image/gif" },
        { "%PDF-1.4", "application/pdf" },
        { "PK\u0003\u0004", "application/zip" },
        { "a\0b", "text/plain" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_none_of_them_is_refused_whatever_it_is_called(string content, string mediaType)
    {
        var user = await api.RegisterAsync();
        var response = await user.SendAsync(HttpMethod.Post, "api/files?name=a.png", Body(Encoding.UTF8.GetBytes(content), mediaType));
        await ApiAssert.ProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Empty((await user.GetAsync("api/files")).AsArray());
    }

    [Fact]
    public async Task A_form_is_told_how_to_do_it()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(SampleDocuments.Text), "file", "notes.txt" } };
        await ApiAssert.ProblemAsync(
            await (await api.RegisterAsync()).SendAsync(HttpMethod.Post, "api/files", form), HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    /// <summary>As curl does with <c>--data-binary @notes.txt</c>.</summary>
    [Fact]
    public async Task A_file_that_is_called_a_form_and_is_none_is_kept_as_it_is()
    {
        var user = await api.RegisterAsync();
        using var body = Body(SampleDocuments.Text);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        var file = await user.ReadAsync(HttpMethod.Post, "api/files?name=notes.txt", body, HttpStatusCode.Created);
        Assert.StartsWith("text/plain", (string)file["mediaType"]!, StringComparison.Ordinal);
        Assert.Equal(SampleDocuments.Text, await (await user.SendAsync(HttpMethod.Get, $"api/files/{file["id"]}")).Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_empty_file_is_none() => await ApiAssert.ProblemAsync(
        await (await api.RegisterAsync()).SendAsync(HttpMethod.Post, "api/files", Body([])), HttpStatusCode.BadRequest, "malformed");

    [Fact]
    public async Task A_file_of_10_MB_is_kept_and_one_byte_more_is_refused()
    {
        var user = await api.RegisterAsync();
        var largest = new byte[10 * 1024 * 1024];
        Array.Fill(largest, (byte)'a');
        var id = await UploadAsync(user, largest);
        Assert.Equal(largest, await (await user.SendAsync(HttpMethod.Get, $"api/files/{id}")).Content.ReadAsByteArrayAsync());
        await ApiAssert.ProblemAsync(
            await user.SendAsync(HttpMethod.Post, "api/files", Body([.. largest, 0x61])), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Theory]
    [InlineData("api/files", "POST")]
    [InlineData("api/account/avatar", "PUT")]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_sent_or_read(string path, string method)
    {
        var user = await api.RegisterAsync();
        using var told = new LargeContent(29_000_000, chunked: false);
        await ApiAssert.ProblemAsync(
            await user.SendAsync(new HttpMethod(method), path, told, ("Expect", "100-continue")), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(0, told.Sent);
        using var chunked = new LargeContent(29_000_000, chunked: true);
        await ApiAssert.ProblemAsync(await user.SendAsync(new HttpMethod(method), path, chunked), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, "api/files")).StatusCode);
    }

    [Theory]
    [InlineData("0-0", 0, 1)]
    [InlineData("10-19", 10, 10)]
    [InlineData("65530-65545", 65_530, 16)]
    [InlineData("199990-", 199_990, 10)]
    [InlineData("199990-500000", 199_990, 10)]
    [InlineData("-5", 199_995, 5)]
    [InlineData("-500000", 0, 200_000)]
    public async Task A_range_is_given_out(string range, int first, int count)
    {
        var user = await api.RegisterAsync();
        var content = Enumerable.Range(0, 200_000).Select(i => (byte)('a' + (i % 26))).ToArray();
        var path = $"api/files/{await UploadAsync(user, content)}";
        var part = await user.SendAsync(HttpMethod.Get, path, null, ("Range", $"bytes={range}"));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(first, first + count - 1, content.Length), part.Content.Headers.ContentRange);
        Assert.Equal(content[first..(first + count)], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Conditions_and_ranges_follow_the_tag()
    {
        var user = await api.RegisterAsync();
        var path = $"api/files/{await UploadAsync(user, SampleDocuments.Text)}";
        var tag = (await user.SendAsync(HttpMethod.Get, path)).Headers.ETag!.Tag;
        var known = await user.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", tag), ("Range", "bytes=0-1"));
        Assert.Equal((HttpStatusCode.NotModified, tag), (known.StatusCode, known.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", "\"else\""))).StatusCode);
        Assert.Equal(HttpStatusCode.PartialContent, (await user.SendAsync(HttpMethod.Get, path, null, ("Range", "bytes=1-"), ("If-Range", tag))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, path, null, ("Range", "bytes=1-"), ("If-Range", "\"else\""))).StatusCode);
        foreach (var ignored in (string[])["items=0-1", "bytes=1-0", "bytes=a-b", "bytes=0-1,3-4"])
            Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, path, null, ("Range", ignored))).StatusCode);
        foreach (var behind in (string[])["bytes=99999-", "bytes=-0"])
        {
            var past = await user.SendAsync(HttpMethod.Get, path, null, ("Range", behind));
            await ApiAssert.ProblemAsync(past, HttpStatusCode.RequestedRangeNotSatisfiable, "range-not-satisfiable");
            Assert.Equal(new ContentRangeHeaderValue(SampleDocuments.Text.Length), past.Content.Headers.ContentRange);
        }

        var head = await user.SendAsync(HttpMethod.Head, path);
        Assert.Equal((HttpStatusCode.OK, SampleDocuments.Text.Length, tag), (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag!.Tag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("Plan für Näfels 🚵.txt")]
    [InlineData("a\"b\r\nSet-Cookie: x=1;.txt")]
    [InlineData("=cmd|' /C calc'!A0.txt")]
    [InlineData("../../../etc/passwd")]
    [InlineData("\u202Etxt.exe")]
    [InlineData("a;filename=b.html")]
    public async Task A_name_breaks_no_header(string name)
    {
        var user = await api.RegisterAsync();
        var id = await UploadAsync(user, SampleDocuments.Text, name);
        var response = await user.SendAsync(HttpMethod.Get, $"api/files/{id}");
        Assert.False(response.Headers.Contains("Set-Cookie"));
        var raw = response.Content.Headers.GetValues("Content-Disposition").Single();
        Assert.All(raw, letter => Assert.InRange(letter, ' ', '~'));
        var stored = (string)(await user.GetAsync("api/files"))[0]!["name"]!;
        Assert.Equal(stored, response.Content.Headers.ContentDisposition!.FileNameStar ?? response.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.EndsWith(".txt", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(stored, letter => letter is '/' or '\\' or '"' or '|' || char.IsControl(letter));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_the_same_file_and_another_file_is_refused()
    {
        var user = await api.RegisterAsync();
        var ids = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var response = await user.SendAsync(HttpMethod.Post, "api/files?name=a.txt", Body(SampleDocuments.Text), ("Idempotency-Key", "upload-1"));
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            ids.Add((string)(await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!["id"]!);
        }

        Assert.Single(ids);
        Assert.Single((await user.GetAsync("api/files")).AsArray());
        var other = await user.SendAsync(HttpMethod.Post, "api/files?name=a.txt", Body(SampleDocuments.Pdf), ("Idempotency-Key", "upload-1"));
        await ApiAssert.ProblemAsync(other, HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task The_list_goes_on_where_its_link_says()
    {
        var user = await api.RegisterAsync();
        for (var i = 0; i < 5; i++)
            await UploadAsync(user, Encoding.UTF8.GetBytes($"{i}"), $"{i}.txt");
        var names = new List<string>();
        for (var path = "api/files?limit=2"; path is not null;)
        {
            var page = await user.SendAsync(HttpMethod.Get, path);
            names.AddRange(JsonNode.Parse(await page.Content.ReadAsStringAsync())!.AsArray().Select(file => (string)file!["name"]!));
            path = page.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(["4.txt", "3.txt", "2.txt", "1.txt", "0.txt"], names);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, "api/files?cursor=%00"), HttpStatusCode.BadRequest);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, "api/files?limit=0"), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_users_file_is_not_there_in_the_same_words_as_nothing()
    {
        var (user, other) = (await api.RegisterAsync(), await api.RegisterAsync());
        var id = await UploadAsync(user, SampleDocuments.Text);
        foreach (var (method, suffix) in new[] { (HttpMethod.Get, ""), (HttpMethod.Delete, ""), (HttpMethod.Post, "/link") })
        {
            var theirs = await NotFoundAsync(other, method, $"api/files/{id}{suffix}");
            var nothing = await NotFoundAsync(other, method, $"api/files/{Guid.CreateVersion7()}{suffix}");
            Assert.Equal(nothing, theirs);
        }

        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Get, $"api/files/{id}")).StatusCode);
    }

    [Theory]
    [InlineData("..%2f..%2fother%2ffiles")]
    [InlineData("%2e%2e")]
    [InlineData("..%5c..")]
    [InlineData("%E2%88%95etc")]
    [InlineData("'")]
    [InlineData("totals")]
    public async Task An_id_that_leads_elsewhere_leads_nowhere(string id)
    {
        var user = await api.RegisterAsync();
        await UploadAsync(user, SampleDocuments.Text);
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Delete])
            await ApiAssert.ProblemAsync(await user.SendAsync(method, $"api/files/{id}"), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await user.SendAsync(HttpMethod.Get, $"api/files/{new string('a', 2_000)}"), HttpStatusCode.NotFound);
        Assert.Single((await user.GetAsync("api/files")).AsArray());
    }

    [Fact]
    public async Task A_link_opens_without_a_token_until_the_file_is_deleted()
    {
        var user = await api.RegisterAsync();
        var id = await UploadAsync(user, SampleDocuments.Pdf, "plan.pdf");
        var answer = await user.SendAsync(HttpMethod.Post, $"api/files/{id}/link");
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var link = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var url = (string)link["url"]!;
        Assert.InRange((DateTimeOffset)link["expiresAt"]! - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));

        var got = await api.Http.GetAsync(url);
        Assert.Equal(SampleDocuments.Pdf, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("no-store", got.Headers.CacheControl!.ToString());
        using var range = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(1, 3) } };
        Assert.Equal(SampleDocuments.Pdf[1..4], await (await api.Http.SendAsync(range)).Content.ReadAsByteArrayAsync());
        await ApiAssert.ProblemAsync(await api.Http.GetAsync(url[..^2] + (url[^2] == 'A' ? "BB" : "AA")), HttpStatusCode.NotFound);
        await ApiAssert.ProblemAsync(await api.Http.GetAsync("downloads/files/https%3A%2F%2Fexample.com"), HttpStatusCode.NotFound);

        await user.SendAsync(HttpMethod.Delete, $"api/files/{id}");
        await ApiAssert.ProblemAsync(await api.Http.GetAsync(url), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing()
    {
        foreach (var path in (string[])["api/files", $"api/files/{Guid.NewGuid()}", "api/account/avatar"])
            await ApiAssert.ProblemAsync(await api.Http.GetAsync(path), HttpStatusCode.Unauthorized, "unauthorized");
    }

    private static async Task<string> NotFoundAsync(ApiUser user, HttpMethod method, string path)
    {
        var problem = await ApiAssert.ProblemAsync(await user.SendAsync(method, path), HttpStatusCode.NotFound, "not-found");
        problem.AsObject().Remove("traceId");
        return problem.ToJsonString();
    }

    private static async Task<string> UploadAsync(ApiUser user, byte[] content, string name = "a.txt") =>
        (string)(await user.ReadAsync(HttpMethod.Post, $"api/files?name={Uri.EscapeDataString(name)}", Body(content), HttpStatusCode.Created))["id"]!;

    private static ByteArrayContent Body(byte[] content, string mediaType = "application/octet-stream") =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
}
