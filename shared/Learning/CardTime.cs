using System.Text.Json;
using FitServerless.Json;

namespace FitServerless.Learning;

/// <summary>Times inside cards and sessions, in whichever form their client writes them.</summary>
internal static class CardTime
{
    /// <summary>In seconds the year 5138, in milliseconds March 1973.</summary>
    private const long LargestSeconds = 100_000_000_000;

    public static DateTimeOffset? Find(JsonElement value) => IsInSeconds(value)
        ? DateTimeOffset.FromUnixTimeMilliseconds((long)(value.GetDouble() * 1000))
        : Instants.Find(value);

    /// <param name="form">A time that is written as this one is to be.</param>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset time, JsonElement form)
    {
        if (IsInSeconds(form))
            writer.WriteNumberValue(time.ToUnixTimeSeconds());
        else if (form.ValueKind == JsonValueKind.Number)
            writer.WriteNumberValue(time.ToUnixTimeMilliseconds());
        else
            Instants.Write(writer, time);
    }

    private static bool IsInSeconds(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && Math.Abs(number) < LargestSeconds;
}
