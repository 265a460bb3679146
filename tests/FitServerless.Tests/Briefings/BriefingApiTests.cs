using System.Net;
using System.Text.Json.Nodes;
using FitServerless.Azurite;
using FitServerless.Schedules;
using FitServerless.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Briefings;

/// <summary>Briefings over HTTP.</summary>
public sealed class BriefingApiTests
{
    [Fact]
    public async Task They_are_read_newest_first_in_pages_by_kind_and_day_and_by_nobody_else()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString);
        using var http = ApiFixture.Client(host.BaseAddress);
        var (ada, eve) = (await ApiUser.RegisterAsync(http), await ApiUser.RegisterAsync(http));
        var now = DateTimeOffset.UtcNow;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var job in host.Services.GetServices<IOccasionJob>().Where(job => job.Kind is OccasionKind.DailyBriefing or OccasionKind.EveningReview))
        {
            for (var ago = 0; ago < 3; ago++)
                await job.RunAsync(new Occasion(job.Kind, ada.Id, today.AddDays(-ago), now.AddDays(-ago)), default);
        }

        var first = await ada.SendAsync(HttpMethod.Get, "api/briefings?limit=4");
        var rest = await ada.GetAsync(first.Headers.GetValues("Link").Single().Split('<', '>')[1].TrimStart('/'));
        var all = Days(JsonNode.Parse(await first.Content.ReadAsStringAsync())!).Concat(Days(rest)).ToList();
        Assert.Equal(6, all.Count);
        Assert.Equal(all.OrderByDescending(day => day.Date).ThenBy(day => day.Kind, StringComparer.Ordinal), all);
        Assert.Equal(["daily", "daily"], Days(await ada.GetAsync($"api/briefings?kind=daily&from={today.AddDays(-2):yyyy-MM-dd}&to={today.AddDays(-1):yyyy-MM-dd}")).Select(day => day.Kind));

        var one = await ada.GetAsync($"api/briefings/daily/{today:yyyy-MM-dd}");
        Assert.Equal("supportive", (string?)one["personality"]);
        Assert.StartsWith("Good morning", (string?)one["text"], StringComparison.Ordinal);
        Assert.NotNull(one["data"]);

        Assert.Empty((await eve.GetAsync("api/briefings")).AsArray());
        foreach (var path in new[] { $"daily/{today:yyyy-MM-dd}", "daily/yesterday", $"hourly/{today:yyyy-MM-dd}", "daily/2000-01-01" })
            await ApiAssert.ProblemAsync(await eve.SendAsync(HttpMethod.Get, $"api/briefings/{path}"), HttpStatusCode.NotFound, "not-found");
        foreach (var query in new[] { "kind=hourly", "from=today", "limit=0", "cursor=*" })
            await ApiAssert.ProblemAsync(await ada.SendAsync(HttpMethod.Get, $"api/briefings?{query}"), HttpStatusCode.BadRequest, "invalid");
        await ApiAssert.ProblemAsync(await http.GetAsync("api/briefings"), HttpStatusCode.Unauthorized);
    }

    private static IEnumerable<(string Date, string Kind)> Days(JsonNode list) =>
        list.AsArray().Select(one => ((string)one!["date"]!, (string)one["kind"]!));
}
