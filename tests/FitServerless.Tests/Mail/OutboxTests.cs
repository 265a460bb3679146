using System.Net;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using FitServerless.Azurite;
using FitServerless.Mail;
using FitServerless.Storage;
using FitServerless.Storage.Shards;
using FitServerless.Tests.Api;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Mail;

/// <summary>Where letters go without a mail server.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task The_newest_hundred_letters_lie_there_each_once()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString);
        using var http = ApiFixture.Client(host.BaseAddress);
        var clock = new FakeClock();
        var outbox = new Outbox(new AppContainers([new BlobServiceClient(azurite.ConnectionString)], new ShardMap([""]), Options.Create(new StorageOptions())), clock);
        Assert.Empty(await outbox.ListAsync(default));
        for (var i = 0; i < Outbox.Kept + 2; i++)
        {
            clock.Now += TimeSpan.FromSeconds(1);
            await outbox.SendAsync(Letter(i), default);
        }

        clock.Now += TimeSpan.FromSeconds(1);
        await outbox.SendAsync(Letter(50) with { Text = "Again." }, default);

        var letters = JsonNode.Parse(await http.GetStringAsync("dev/outbox"))!.AsArray().Select(one => one!["letter"]!).ToList();
        Assert.Equal(Outbox.Kept, letters.Count);
        Assert.Equal("Again.", (string?)letters[0]["text"]);
        Assert.Equal(letters.Count, letters.Select(letter => (string?)letter["id"]).Distinct().Count());
        Assert.Equal("letter-101", (string?)letters[1]["id"]);
        Assert.Equal("letter-2", (string?)letters[^1]["id"]);
    }

    [Fact]
    public async Task There_is_none_but_in_development()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString, ("AZURE_FUNCTIONS_ENVIRONMENT", "Production"));
        using var http = ApiFixture.Client(host.BaseAddress);

        await ApiAssert.ProblemAsync(await http.GetAsync("dev/outbox"), HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Where_nothing_can_be_sent_the_caller_is_told()
    {
        var mailer = new NoMailer(NullLogger<NoMailer>.Instance);

        Assert.False(mailer.CanSend);
        Assert.Equal(MailOutcome.Dropped, await mailer.SendAsync(Letter(1), default));
    }

    private static Letter Letter(int i) => new($"letter-{i}", "ada@example.com", $"Letter {i}", "Hello.", "<p>Hello.</p>");
}
