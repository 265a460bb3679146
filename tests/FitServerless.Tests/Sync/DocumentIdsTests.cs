using FitServerless.Sync;

namespace FitServerless.Tests.Sync;

public sealed class DocumentIdsTests
{
    private const string UserId = "018f6d3e-7c3a-7000-8000-000000000001";

    public static TheoryData<string> Usable =>
        ["a", "7", "018f6d3e-7c3a-7000-8000-000000000001", "plan 2025", "Fahrt nach Köln", "한강", "🚴", "a|b", "a~b", "a%2fb", "...", new('x', 100)];

    public static TheoryData<string?> Unusable =>
    [
        null, "", "a/b", "a\\b", "a#b", "a?b", "it's", "\"a\"", "a\0", "a\n", "\t", "a\x7F", "a\x85", ".", "..",
        new('x', 101), new('x', 600),
    ];

    public static TheoryData<string?> UnusableLocally => [null, "", "a\0", "a\nb", "a\x9F", new('x', 201), new('x', 600)];

    /// <summary>Not theory data: the runner would pass them through UTF-8, and they would come out as U+FFFD.</summary>
    private static readonly string[] Broken = ["\uD800", "a\uDC00", "\uDEB4\uD83D"];

    [Theory]
    [MemberData(nameof(Usable))]
    public void Takes_an_id_that_fits_into_a_path_and_a_key(string id) => Assert.True(DocumentIds.IsValid(id));

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Refuses_an_id_that_does_not(string? id) => Assert.False(DocumentIds.IsValid(id));

    [Theory]
    [InlineData("1")]
    [InlineData("file:///rides/2025#1?x='y'")]
    [InlineData("C:\\rides\\1.fit")]
    public void A_clients_own_id_may_hold_more_because_it_is_hashed(string localId) => Assert.True(DocumentIds.IsValidLocalId(localId));

    [Theory]
    [MemberData(nameof(UnusableLocally))]
    public void Refuses_a_local_id_without_sense(string? localId) => Assert.False(DocumentIds.IsValidLocalId(localId));

    [Fact]
    public void Refuses_half_a_surrogate_pair() =>
        Assert.All(Broken, id => Assert.False(DocumentIds.IsValid(id) || DocumentIds.IsValidLocalId(id)));

    [Theory]
    [InlineData("1")]
    [InlineData("a/b\\c#?'\"")]
    [InlineData("9b2e3f54-7d1c-4b8e-9f00-1234567890ab")]
    public void A_local_id_becomes_a_version_8_uuid_always_the_same(string localId)
    {
        var id = DocumentIds.Derive(UserId, localId);

        Assert.True(Guid.TryParseExact(id, "D", out var uuid));
        Assert.Equal(8, uuid.Version);
        Assert.InRange(uuid.Variant, 8, 11);
        Assert.Equal(id, DocumentIds.Derive(UserId, localId));
        Assert.True(DocumentIds.IsValid(id));
    }

    [Fact]
    public void The_mapping_never_changes() => Assert.Equal("acfc9b9a-decb-8bb6-afc1-c8ef69c03ccc", DocumentIds.Derive("user", "1"));

    [Fact]
    public void Another_users_same_local_id_is_another_document() =>
        Assert.NotEqual(DocumentIds.Derive(UserId, "1"), DocumentIds.Derive("018f6d3e-7c3a-7000-8000-000000000002", "1"));

    [Fact]
    public void User_and_local_id_do_not_run_into_each_other() => Assert.NotEqual(DocumentIds.Derive("a", "bc"), DocumentIds.Derive("ab", "c"));

    [Theory]
    [InlineData("0190163d-8694-739b-aea5-966c26f8ad91")]
    [InlineData("0190163d-8694-839b-aea5-966c26f8ad91")]
    [InlineData("0190163D-8694-739B-AEA5-966C26F8AD91")]
    public void A_uuid_of_version_7_or_8_is_an_id_already(string uuid) => Assert.Equal(uuid.ToLowerInvariant(), DocumentIds.Derive(UserId, uuid));

    [Fact]
    public void What_was_derived_derives_to_itself()
    {
        var id = DocumentIds.Derive(UserId, "1");

        Assert.Equal(id, DocumentIds.Derive(UserId, id));
    }
}
