using System.Text.Json;

namespace FitServerless.Adapters;

/// <summary>
/// Compares JSON as a client in JavaScript knows it: numbers are doubles, so of 12345678901234567890 it gives back 12345678901234567000, and
/// members have no order.
/// </summary>
internal static class JavaScriptValues
{
    public static bool AreEqual(JsonElement one, JsonElement other) => one.ValueKind == other.ValueKind && one.ValueKind switch
    {
        JsonValueKind.Number => one.GetDouble().Equals(other.GetDouble()),
        JsonValueKind.String => one.ValueEquals(other.GetString()),
        JsonValueKind.Array => one.EnumerateArray().SequenceEqual(other.EnumerateArray(), EqualityComparer<JsonElement>.Create(AreEqual)),
        JsonValueKind.Object => one.GetPropertyCount() == other.GetPropertyCount() && HaveEqualMembers(one, other),
        _ => true,
    };

    private static bool HaveEqualMembers(JsonElement one, JsonElement other)
    {
        var members = RecordMembers.ByName(other.EnumerateObject());
        return one.EnumerateObject().All(member => members.TryGetValue(member.Name, out var value) && AreEqual(member.Value, value));
    }
}
