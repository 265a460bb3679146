using FitServerless.Storage;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;

namespace FitServerless.Tests.Storage;

public sealed class KeyPrefixTests
{
    [Fact]
    public void A_key_is_in_the_range_of_a_prefix_if_it_begins_so_and_only_then()
    {
        var letters = Gen.Elements("abyz|}{~-_09".ToCharArray());
        var keys = letters.ArrayOf().Select(key => new string(key));
        var prefixes = keys.Where(key => key.Length > 0);
        Law.Holds(Gen.Zip(prefixes, keys), pair => IsIn(pair.Item1, pair.Item2) == pair.Item2.StartsWith(pair.Item1, StringComparison.Ordinal), 2_000);
        Law.Holds(Gen.Zip(prefixes, keys), pair => IsIn(pair.Item1, pair.Item1 + pair.Item2));
    }

    [Fact]
    public void What_is_in_a_key_is_quoted_in_a_filter() => Assert.Equal(
        "PartitionKey eq 'o''neil' and RowKey gt 'got|''x' and RowKey lt 'got}'", KeyPrefix.Filter("o'neil", "got|", "'x"));

    private static bool IsIn(string prefix, string key) =>
        string.CompareOrdinal(key, prefix) >= 0 && string.CompareOrdinal(key, KeyPrefix.EndOf(prefix)) < 0;
}
