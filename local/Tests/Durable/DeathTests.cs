using Azure;
using Azure.Storage.Blobs.Specialized;
using FitServerless.Local.Host.Durable.Storage;
using FitServerless.Local.Tests.Durable.App;
using FitServerless.Local.Tests.Host;
using FitServerless.Tests.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Tests.Durable;

/// <summary>A process dies at each of its storage calls in turn; the next one goes on from what is stored.</summary>
public sealed class DeathTests(AzuriteBlobs azurite) : IClassFixture<AzuriteBlobs>
{
    // What a process that lives through it all makes at most; fewer where steps come together and share a commit.
    private const int Calls = 33;

    private static readonly EntityInstanceId Book = new(nameof(Notebook), "one");
    private static readonly EntityInstanceId Copy = new(nameof(Notebook), "copy");
    private static readonly string[] Words = ["one", "two"];

    // It stands still, so that polling and renewals do not count.
    private readonly FakeClock _clock = new(TimeProvider.System.GetUtcNow());
    private readonly string _hub = DurableApp.NewHub();
    private readonly List<string> _accepted = [];
    private string? _started;

    public static TheoryData<int, bool> Deaths()
    {
        var deaths = new TheoryData<int, bool>();
        for (var call = 1; call <= Calls; call++)
        {
            deaths.Add(call, false);
            deaths.Add(call, true);
        }

        return deaths;
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Nothing_accepted_is_lost_whichever_call_is_the_last(int lastCall, bool isDelivered)
    {
        var mortal = new MortalPolicy(lastCall, isDelivered);
        await using var first = await DurableApp.StartAsync(azurite.ConnectionString, _hub, _clock, mortal: mortal);
        await first.WorkingAsync(mortal.Death);
        await Task.WhenAny(UseAsync(first), mortal.Death);
        mortal.Kill();

        await BreakLeaseAsync();
        // Its clock runs: a call that the first one had under way may still get through, and then a step has to be tried again.
        await using var second = await (await DurableApp.StartAsync(azurite.ConnectionString, _hub)).WorkingAsync();
        var lines = await second.ReadAsync(Book);
        Assert.Equal(_accepted, lines.Where(_accepted.Contains));
        if (_accepted.Count == 0) return;

        await second.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.CopyTo), Copy.Key);
        await second.ReadAsync(Book);
        Assert.Equal(lines, (await second.ReadAsync(Copy)).TakeLast(lines.Count));
        if (_started is not null) Assert.Equal("ONE TWO", (await second.EndOfAsync(_started)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_whole_life_makes_no_more_calls_than_are_tried()
    {
        var mortal = new MortalPolicy();
        await using var app = await (await DurableApp.StartAsync(azurite.ConnectionString, _hub, _clock, mortal: mortal)).WorkingAsync();
        await UseAsync(app);
        Assert.InRange(mortal.Calls, Calls / 2, Calls);
    }

    private async Task UseAsync(DurableApp app)
    {
        try
        {
            foreach (var line in (string[])["a", "b", "c"])
            {
                await app.WriteAsync(Book, line);
                _accepted.Add(line);
            }

            await app.Client.Entities.SignalEntityAsync(Book, nameof(Notebook.CopyTo), Copy.Key);
            _started = await app.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(Orchestrators.ShoutInTurn), Words, new StartOrchestrationOptions("words"));
            await app.EndOfAsync(_started);
        }
        catch (RequestFailedException)
        {
            // What was not accepted may be there or not.
        }
    }

    // In place of its running out, which would take half a minute.
    private async Task BreakLeaseAsync()
    {
        var blob = HubClients.Create(azurite.ConnectionString, _hub).Blobs.GetBlobClient("owner");
        try
        {
            await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        }
        catch (RequestFailedException)
        {
            // Nobody holds it.
        }
    }
}
