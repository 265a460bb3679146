using System.Net;
using Azure.Data.Tables;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Storage.Shards;

/// <summary>The whole backend over three accounts.</summary>
public sealed class ShardedApiTests(ShardedStorageFixture storage) : IClassFixture<ShardedStorageFixture>
{
    private const int Users = 12;

    [Fact]
    public async Task Users_live_each_in_one_account_and_notice_nothing()
    {
        await using var host = await ApiFixture.StartHostAsync(
            storage.Settings["AzureWebJobsStorage"]!, [.. storage.Settings.Select(setting => (setting.Key, setting.Value!))]);
        using var http = ApiFixture.Client(host.BaseAddress);
        var users = await Task.WhenAll(Enumerable.Range(0, Users).Select(_ => ApiUser.RegisterAsync(http)));

        foreach (var user in users)
            await SyncAsync(user);

        var places = await Task.WhenAll(Enumerable.Range(0, storage.Map.Count).Select(PartitionsAsync));
        Assert.All(users, user => Assert.Single(places, place => place.Contains(user.Id)));
        Assert.All(users, user => Assert.Contains(user.Id, places[storage.Map.IndexOf(user.Id)]));
    }

    private static async Task SyncAsync(ApiUser user)
    {
        var ride = new { startedAt = "2026-11-20T06:30:00Z", title = "Ride", updatedAt = "2026-11-20T08:00:00Z", measurements = Array.Empty<object>() };
        var created = await user.SendAsync(HttpMethod.Post, "api/workouts", ride);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var listed = await user.SendAsync(HttpMethod.Get, "api/workouts");
        Assert.Contains("Ride", await listed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var changes = await user.OtherDevice().SendAsync(HttpMethod.Get, "api/workouts/changes");
        Assert.Contains("Ride", await changes.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HashSet<string>> PartitionsAsync(int account)
    {
        var partitions = new HashSet<string>();
        await foreach (var row in storage.Account(account).UserData.QueryAsync<TableEntity>(select: ["PartitionKey"]))
            partitions.Add(row.PartitionKey);
        return partitions;
    }
}
