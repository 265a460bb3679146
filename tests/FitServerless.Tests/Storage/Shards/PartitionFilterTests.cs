using Azure.Data.Tables;
using FitServerless.Storage.Shards;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;

namespace FitServerless.Tests.Storage.Shards;

public sealed class PartitionFilterTests
{
    [Theory]
    [InlineData("PartitionKey eq 'ada'", "ada")]
    [InlineData("PartitionKey eq ''", "")]
    [InlineData("PartitionKey eq 'o''brien'''", "o'brien'")]
    [InlineData("PartitionKey eq 'ada' and RowKey ge 'a' and RowKey lt 'b'", "ada")]
    [InlineData("PartitionKey eq 'ada' and (Collection eq 'a' or Collection eq 'b')", "ada")]
    [InlineData("PartitionKey eq 'ada' and Title eq 'now or never'", "ada")]
    public void A_filter_that_begins_with_its_partition_and_only_narrows_it_is_confined_to_it(string filter, string partition) =>
        Assert.Equal(partition, PartitionFilter.Find(filter));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RowKey eq 'head'")]
    [InlineData("PartitionKey ge 'a' and PartitionKey lt 'b'")]
    [InlineData("PartitionKey eq 'ada' or PartitionKey eq 'bob'")]
    [InlineData("PartitionKey eq 'ada' and RowKey eq 'head' or Deleted eq true")]
    [InlineData("PartitionKey eq 'ada' and (A eq 1) OR B eq 2")]
    [InlineData("not (PartitionKey eq 'ada')")]
    [InlineData("PartitionKey eq 'ada")]
    [InlineData("PartitionKey eq 'ada'garbage")]
    public void Every_other_filter_goes_to_all_accounts(string? filter) => Assert.Null(PartitionFilter.Find(filter));

    [Fact]
    public void Whatever_a_key_holds_the_filter_made_of_it_gives_it_back() => Law.Holds(
        Gen.Elements('a', '\'', ' ', '(', ')', 'o', 'r', 'ß').ListOf().Select(characters => string.Concat(characters)).Two(),
        texts => PartitionFilter.Find(TableClient.CreateQueryFilter($"PartitionKey eq {texts.Item1} and RowKey eq {texts.Item2}")) == texts.Item1,
        1000);
}
