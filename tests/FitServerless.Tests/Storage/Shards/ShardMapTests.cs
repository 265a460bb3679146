using FitServerless.Storage.Shards;

namespace FitServerless.Tests.Storage.Shards;

/// <summary>A partition that is looked for in another account than the one it was written to is lost: these must never change.</summary>
public sealed class ShardMapTests
{
    private static readonly string[] Names = ["AzureWebJobsStorage", "Data2", "Data3", "Data4"];

    private static readonly string[] Users = [.. Enumerable.Range(0, 20_000).Select(i => $"user-{i}")];

    /// <summary>From another implementation: <c>int.from_bytes(hashlib.sha256(f"{name}\n{partition}".encode()).digest()[:8], "big")</c>.</summary>
    [Theory]
    [InlineData("AzureWebJobsStorage", "ada", 0xac935655b9db7babUL)]
    [InlineData("Data2", "ada", 0xcd3090b0e020340dUL)]
    [InlineData("Data3", "ada", 0x8de32f161b8cadb1UL)]
    [InlineData("Data2", "019a8e3c-7f10-7c3e-9b1d-2f6f1c0a4b5e", 0x66d8a9dc493456f5UL)]
    [InlineData("Data2", "Größe|1", 0x03086f0f1c7127d7UL)]
    public void The_score_is_the_start_of_a_sha_256(string name, string partition, ulong score) =>
        Assert.Equal(score, ShardMap.Score(name, partition));

    [Theory]
    [InlineData("ada", "Data2", "Data2", "Data2")]
    [InlineData("u1", "AzureWebJobsStorage", "Data3", "Data3")]
    [InlineData("u3", "Data2", "Data3", "Data3")]
    [InlineData("u4", "AzureWebJobsStorage", "AzureWebJobsStorage", "AzureWebJobsStorage")]
    [InlineData("u5", "Data2", "Data2", "Data4")]
    [InlineData("Größe|1", "AzureWebJobsStorage", "Data3", "Data4")]
    [InlineData("2026-11-21", "Data2", "Data2", "Data2")]
    public void A_partition_is_always_in_the_same_account(string partition, string ofTwo, string ofThree, string ofFour) =>
        Assert.Equal([ofTwo, ofThree, ofFour], new[] { 2, 3, 4 }.Select(count => Holder(Names[..count], partition)));

    [Fact]
    public void The_order_of_the_accounts_does_not_matter() =>
        Assert.All(Users[..1_000], user => Assert.Equal(Holder(Names, user), Holder([.. Names.Reverse()], user)));

    [Fact]
    public void A_further_account_takes_its_share_and_moves_nothing_between_the_others()
    {
        var moved = Users.Where(user => Holder(Names[..3], user) != Holder(Names, user)).ToList();

        Assert.All(moved, user => Assert.Equal("Data4", Holder(Names, user)));
        // A quarter, give or take four standard deviations of a binomial: sqrt(20,000 x 1/4 x 3/4) = 61.
        Assert.InRange(moved.Count, 5_000 - 245, 5_000 + 245);
    }

    [Fact]
    public void Every_account_gets_its_share() =>
        Assert.All(Users.CountBy(user => Holder(Names, user)), share => Assert.InRange(share.Value, 5_000 - 245, 5_000 + 245));

    private static string Holder(IReadOnlyList<string> names, string partition) => names[new ShardMap(names).IndexOf(partition)];
}
