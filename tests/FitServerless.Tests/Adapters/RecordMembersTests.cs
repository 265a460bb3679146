using System.Collections.Frozen;
using System.Text.Json;
using FitServerless.Adapters;

namespace FitServerless.Tests.Adapters;

public sealed class RecordMembersTests
{
    private static readonly FrozenSet<string> ClientsOwn = FrozenSet.Create("_status");

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"id":"x","c":3,"a":4,"_status":"new"}""", """{"a":4,"b":2,"c":3}""")]
    [InlineData("""{"id":"x","a":1}""", "{}", """{"a":1}""")]
    [InlineData("{}", """{"b":1,"a":2}""", """{"b":1,"a":2}""")]
    [InlineData("""{"a":1}""", """{"a":null}""", """{"a":null}""")]
    public void What_the_client_has_goes_over_what_is_stored_and_the_rest_behind_it(string stored, string sent, string merged) =>
        Assert.Equal(merged, RecordMembers.Over(JsonElement.Parse(stored), JsonElement.Parse(sent), ClientsOwn, (own, _) => own).GetRawText());

    [Theory]
    [InlineData("""{"a":1,"b":[{"c":2}]}""", """{"b":[{"c":2.0}],"a":1}""", true)]
    [InlineData("""{"a":12345678901234567890}""", """{"a":12345678901234567000}""", true)]
    [InlineData("""{"a":1}""", """{"b":1}""", false)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"a":{"b":1}}""", """{"a":{"b":2}}""", false)]
    [InlineData("[1,2]", "[2,1]", false)]
    public void Values_are_equal_as_a_client_in_javascript_has_them(string one, string other, bool areEqual) =>
        Assert.Equal(areEqual, JavaScriptValues.AreEqual(JsonElement.Parse(one), JsonElement.Parse(other)));
}
