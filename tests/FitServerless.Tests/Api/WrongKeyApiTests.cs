using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Tests.Backups;
using FitServerless.Tests.Files;
using FitServerless.Tests.Photos;

namespace FitServerless.Tests.Api;

/// <summary>The app is started with another <c>ENCRYPTION_KEY</c> than what lies in storage was sealed with.</summary>
public sealed class WrongKeyApiTests
{
    private static readonly (string, string) Secret = ("JWT_SECRET", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static readonly string Key = NewKey(), WrongKey = NewKey();

    [Fact]
    public async Task It_is_told_without_secrets_and_nothing_is_lost_by_it()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        JsonNode account;
        string file, backup;
        byte[] archive;
        await using (var host = await ApiFixture.StartHostAsync(azurite.ConnectionString, Secret, ("ENCRYPTION_KEY", Key)))
        {
            var http = ApiFixture.Client(host.BaseAddress);
            account = await RegisterAsync(http);
            var user = new ApiUser(http, account);
            file = (string)(await user.ReadAsync(HttpMethod.Post, "api/files?name=a.txt", new ByteArrayContent(SampleDocuments.Text), HttpStatusCode.Created))["id"]!;
            await user.SendAsync(HttpMethod.Put, "api/account/avatar", new ByteArrayContent(SamplePictures.Png));
            archive = await Uploads.SnapshotAsync(user);
            backup = (string)(await user.GetAsync("api/backups")).AsArray().Single()!["id"]!;
        }

        await using (var host = await ApiFixture.StartHostAsync(azurite.ConnectionString, Secret, ("ENCRYPTION_KEY", WrongKey)))
        {
            var user = new ApiUser(ApiFixture.Client(host.BaseAddress), account);
            foreach (var path in new[] { $"api/files/{file}", "api/account/avatar", $"backup/{backup}" })
                await AssertUnreadableAsync(await user.SendAsync(HttpMethod.Get, path));
            await AssertUnreadableAsync(await user.SendAsync(HttpMethod.Post, $"api/backups/{backup}/restore?mode=replace"));
            await AssertUnreadableAsync(await user.SendAsync(HttpMethod.Post, "api/backups"));
            Assert.Single((await user.GetAsync("api/backups")).AsArray());
        }

        await using (var host = await ApiFixture.StartHostAsync(
            azurite.ConnectionString, Secret, ("ENCRYPTION_KEY", WrongKey), ("ENCRYPTION_KEY_PREVIOUS", Key)))
        {
            var user = new ApiUser(ApiFixture.Client(host.BaseAddress), account);
            Assert.Equal(SampleDocuments.Text, await (await user.SendAsync(HttpMethod.Get, $"api/files/{file}")).Content.ReadAsByteArrayAsync());
            Assert.Equal(archive, await (await user.SendAsync(HttpMethod.Get, $"backup/{backup}")).Content.ReadAsByteArrayAsync());
            Assert.Equal(archive, await Uploads.SnapshotAsync(user));
        }
    }

    private static async Task AssertUnreadableAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        await ApiAssert.ProblemAsync(response, HttpStatusCode.InternalServerError, "unreadable");
        Assert.DoesNotContain(WrongKey, body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Seal", body, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<JsonNode> RegisterAsync(HttpClient http)
    {
        var response = await http.PostAsJsonAsync("auth/register", new { email = "ada@example.com", password = ApiUser.Password });
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(64, lowercase: true);
}
