using System.Text;
using FitServerless.Storage;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Storage;

public sealed class TableKeysTests
{
    /// <summary>All of Unicode's scalar values: the basic plane without surrogates, and emoji and the like beyond it.</summary>
    private static readonly Gen<string> Texts = Gen
        .OneOf(Gen.Choose(0x20, 0x7E), Gen.Choose(0, 0xD7FF), Gen.Choose(0xE000, 0xFFFF), Gen.Choose(0x10000, 0x10FFFF))
        .NonEmptyListOf()
        .Select(runes => string.Concat(runes.Take(75).Select(rune => new Rune(rune).ToString())));

    public static TheoryData<string> Plain => ["a", "0", "A-Z_a.z:0@9", "018f6d3e-7c3a-7000-8000-000000000001", "me@example.com", new('x', 424)];

    [Theory]
    [MemberData(nameof(Plain))]
    public void Plain_text_stays_as_it_is(string text) => Assert.Equal(text, TableKeys.Encode(text));

    [Fact]
    public void Different_texts_have_different_keys() =>
        Law.Holds(Texts.Two(), pair => (pair.Item1 == pair.Item2) == (TableKeys.Encode(pair.Item1) == TableKeys.Encode(pair.Item2)), 1000);

    [Fact]
    public void Every_single_character_has_a_key_of_its_own()
    {
        var characters = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(rune => new Rune(rune).ToString()).ToList();

        Assert.Equal(characters.Count, characters.Select(TableKeys.Encode).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void No_key_holds_what_the_service_forbids_or_what_the_store_puts_between_a_keys_parts() =>
        Law.Holds(Texts, text => TableKeys.Encode(text).All(c => c is > ' ' and < '\x7F' && !@"/\#?|%'""}".Contains(c)), 1000);

    [Fact]
    public void The_longest_document_id_fits()
    {
        Assert.Equal(401, TableKeys.Encode(new string('한', 100)).Length);
        Assert.Equal(268, TableKeys.Encode(string.Concat(Enumerable.Repeat("🚴", 50))).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_is_no_key(string? text) => Assert.ThrowsAny<ArgumentException>(() => TableKeys.Encode(text!));

    [Fact]
    public void A_text_that_is_too_long_is_no_key() => Assert.Throws<ArgumentException>(() => TableKeys.Encode(new string('x', 425)));

    [Fact]
    public void A_lone_surrogate_has_no_key_rather_than_another_texts() => Assert.All(
        Enumerable.Range(0xD800, 0x800), surrogate => Assert.ThrowsAny<ArgumentException>(() => TableKeys.Encode($"a{(char)surrogate}")));
}
