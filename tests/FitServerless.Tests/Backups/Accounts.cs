using System.Net.Http.Headers;
using FitServerless.Tests.Api;
using FitServerless.Tests.Workouts.Files;

namespace FitServerless.Tests.Backups;

/// <summary>An account with some of everything.</summary>
internal static class Accounts
{
    public static async Task FillAsync(ApiUser user)
    {
        await user.ReadAsync(HttpMethod.Put, "api/documents/preferences/training", new { ftp = 250 });
        await user.CreateWorkoutAsync(new
        {
            startedAt = "2026-03-01T06:30:00Z",
            localId = "ride-1",
            title = "Öl & <Wasser> 日本",
            notes = new string('n', 9000),
            updatedAt = "2026-03-01T08:00:00.123Z",
            summary = new { mood = "good", nested = new { a = 1.50, b = (int?)null } },
            measurements = Enumerable.Range(0, 600).Select(second => new
            {
                timestamp = DateTimeOffset.Parse("2026-03-01T06:30:00Z", System.Globalization.CultureInfo.InvariantCulture).AddSeconds(second),
                power = 180 + (second % 40),
                heartrate = second % 7 == 0 ? (int?)null : 130 + (second % 11),
            }),
        });
        var ride = new ByteArrayContent(SampleFiles.Bytes("ride.fit")) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        await user.ReadAsync(HttpMethod.Post, "api/workouts/import?name=ride.fit", ride);
        foreach (var id in new[] { "g1", "g2", "Ziel – Ä" })
            await user.ReadAsync(HttpMethod.Put, $"api/documents/goals/{Uri.EscapeDataString(id)}", new { text = id, n = 1e21 });
        await user.ReadAsync(HttpMethod.Put, "api/documents/foodEntries/e1", new { enc = "AES-GCM", kid = "k", iv = "i", ct = "c" });
        await user.ReadAsync(HttpMethod.Put, "api/documents/goals/deleted", new { text = "gone" });
        Assert.True((await user.SendAsync(HttpMethod.Delete, "api/documents/goals/deleted")).IsSuccessStatusCode);
    }
}
