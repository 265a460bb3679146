using System.Net;
using System.Text.Json;
using FitServerless.Azurite;
using FitServerless.Functions.Research;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Research;

/// <summary>From the timer to the answer, in a whole app.</summary>
public sealed class ResearchAppTests
{
    [Fact]
    public async Task What_the_weekly_timer_found_is_there_to_read_by_topic()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var server = await FakePubMed.StartAsync();
        server.With("HRV", FakePubMed.Article("1", "Heart rate variability and training load in athletes"))
            .With("strength training", FakePubMed.Article("3", "Resistance training for endurance athletes", "2026/11/10"));
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString, ("Research:Endpoint", server.Endpoint));
        using var http = ApiFixture.Client(host.BaseAddress);
        var user = await ApiUser.RegisterAsync(http);
        Assert.Equal([], await ReadAsync(user, "api/research"));

        await host.RunTimerAsync(nameof(ResearchTimers.UpdateResearch));

        Assert.Equal(["3", "1"], await ReadAsync(user, "api/research"));
        Assert.Equal(["1"], await ReadAsync(user, "api/research?topic=hrv"));
        Assert.Equal(["3"], await ReadAsync(user, "api/research?limit=1"));
        Assert.Equal(HttpStatusCode.BadRequest, (await user.SendAsync(HttpMethod.Get, "api/research?topic=astrology")).StatusCode);
    }

    private static async Task<IEnumerable<string?>> ReadAsync(ApiUser user, string path)
    {
        using var answer = await user.SendAsync(HttpMethod.Get, path);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        return [.. json.RootElement.EnumerateArray().Select(study => study.GetProperty("id").GetString())];
    }
}
