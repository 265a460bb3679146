using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Briefings.Log;

/// <summary>Reads free JSON: what is not there as something plausible counts as nothing.</summary>
internal static class FreeMembers
{
    private const int LongestText = 200;

    /// <summary>The first of the members that is a number from 0 to <paramref name="max"/>.</summary>
    public static double? Number(this JsonElement members, double max, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (members.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && number >= 0 && number <= max)
                return number;
        }

        return null;
    }

    /// <summary>The first of the members that is a text; at most 200 characters of it.</summary>
    public static string? Text(this JsonElement members, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (members.Find(name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text)
                return text.Length > LongestText ? text[..LongestText] : text;
        }

        return null;
    }

    public static DateTimeOffset? Time(this JsonElement members, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (members.Find(name) is { } value && Instants.Find(value) is { } time)
                return time;
        }

        return null;
    }

    public static IEnumerable<JsonElement> Items(this JsonElement members, string name) =>
        members.Find(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static JsonElement? Find(this JsonElement members, string name) =>
        members.ValueKind == JsonValueKind.Object && members.TryGetProperty(name, out var value) ? value : null;
}
