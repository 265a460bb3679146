using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitServerless.Azurite;

namespace FitServerless.Tests.Api;

/// <summary>Our process dies in the middle of pushes, on real storage; devices send again what was not answered.</summary>
public sealed class KilledProcessTests
{
    private const int Rounds = 6;
    private const int Devices = 4;
    private const int ChangesInAPush = 40;

    [Fact]
    public async Task A_backend_killed_in_the_middle_of_pushes_loses_nothing_it_answered_and_doubles_nothing()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        JsonNode account;
        using (var backend = await BackendProcess.StartAsync(azurite.ConnectionString, secret))
            account = await RegisterAsync(backend);

        var devices = Enumerable.Range(0, Devices).Select(number => new PushingDevice(number)).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            using var backend = await BackendProcess.StartAsync(azurite.ConnectionString, secret);
            var answers = new SemaphoreSlim(0);
            var pushes = devices.ConvertAll(device => device.PushUntilItFailsAsync(new ApiUser(backend.Http, account), answers));
            // The moment one device has its answer, the others are somewhere between their first batch and their last.
            for (var answered = 0; answered <= round; answered++)
                await answers.WaitAsync();
            await backend.KillAsync();
            await Task.WhenAll(pushes);
        }

        using var last = await BackendProcess.StartAsync(azurite.ConnectionString, secret);
        var user = new ApiUser(last.Http, account);
        foreach (var device in devices)
            await device.PushAsync(user);
        await AssertAllThereOnceAsync(user.OtherDevice(), devices);
    }

    [Fact]
    public async Task A_device_whose_backend_is_killed_learns_from_the_next_one_what_it_missed()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        using var first = await BackendProcess.StartAsync(azurite.ConnectionString, secret);
        var account = await RegisterAsync(first);
        await using var stream = await new ApiUser(first.Http, account).ListenAsync("api/sync/events");
        await first.KillAsync();
        await Assert.ThrowsAnyAsync<IOException>(stream.NextOrEndAsync);

        using var next = await BackendProcess.StartAsync(azurite.ConnectionString, secret);
        var device = new ApiUser(next.Http, account);
        var pushed = await device.SyncAsync(SampleWorkouts.Change("create", SampleWorkouts.Ride("a")));

        await using var back = await device.ListenAsync("api/sync/events", stream.LastEventId);
        Assert.Equal(pushed["syncedAt"]!.GetValue<string>(), (await back.NextAsync()).EventId);
    }

    private static async Task<JsonNode> RegisterAsync(BackendProcess backend)
    {
        var response = await backend.Http.PostAsJsonAsync("auth/register", new { email = "a@example.com", password = ApiUser.Password });
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task AssertAllThereOnceAsync(ApiUser user, List<PushingDevice> devices)
    {
        var expected = devices.SelectMany(device => device.Sent).Order(StringComparer.Ordinal).ToList();
        var stored = new List<string>();
        JsonNode page;
        do
        {
            page = await user.SyncAsync();
            stored.AddRange(page["changes"]!.AsArray().Select(workout => workout!["localId"]!.GetValue<string>()));
        }
        while (page["hasMore"]!.GetValue<bool>());
        stored.Sort(StringComparer.Ordinal);
        Assert.Equal(expected, stored);
    }

    private sealed class PushingDevice(int number)
    {
        private string[] _unanswered = [];

        public List<string> Sent { get; } = [];

        public async Task PushUntilItFailsAsync(ApiUser user, SemaphoreSlim answers)
        {
            try
            {
                while (true)
                {
                    await PushAsync(user);
                    answers.Release();
                }
            }
            catch (HttpRequestException)
            {
                // The backend is gone; what it did not answer is sent again in the next round.
            }
        }

        public async Task PushAsync(ApiUser user)
        {
            if (_unanswered.Length == 0)
            {
                _unanswered = [.. Enumerable.Range(Sent.Count, ChangesInAPush).Select(i => $"{number}-{i}")];
                Sent.AddRange(_unanswered);
            }

            var answer = await user.SyncAsync([.. _unanswered.Select((id, day) => SampleWorkouts.Change("create", SampleWorkouts.Ride(id, day)))]);
            Assert.All(answer["results"]!.AsArray(), result => Assert.Contains(result!["status"]!.GetValue<string>(), (string[])["applied", "duplicate"]));
            _unanswered = [];
        }
    }
}
