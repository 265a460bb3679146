using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FitServerless.Sync;

namespace FitServerless.Tests.Backups;

/// <summary>Documents of any kind, with letters, numbers and depths of any kind.</summary>
internal static class Generated
{
    private static readonly string[] Texts = ["", "a", "Öl", "日本", "😀", "<&>\"\\/", "\u0001\t", "CON", "..", new string('x', 5000), "2025-03-01T06:00:00Z"];

    private static readonly string[] Ids = ["a", "b", "c1", "Ä – ö", "id with blanks", "日本", "~tilde", "x|y", "A", "0198c0de-0000-7000-8000-000000000001"];

    private static readonly string[] Collections = ["goals", "plans", "cards", "workouts", "workouts", "preferences", "foodEntries"];

    public static (DocumentKey Key, JsonElement Data) Document(Random random)
    {
        var key = new DocumentKey(Pick(random, Collections), Pick(random, Ids));
        var data = key.Collection == "workouts" ? Workout(random) : Object(random, 3);
        return (key, JsonElement.Parse(data.ToJsonString()));
    }

    private static JsonObject Workout(Random random)
    {
        if (random.Next(6) == 0)
            return new JsonObject { ["enc"] = "e", ["kid"] = "k", ["iv"] = "i", ["ct"] = "c", ["startedAt"] = "2025-03-01T06:00:00Z" };
        var start = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(500_000));
        var workout = new JsonObject { ["startedAt"] = start.ToString("O", CultureInfo.InvariantCulture), ["title"] = Pick(random, "a", "Öl <&>", "日本") };
        if (random.Next(2) == 0)
            workout["notes"] = Pick(random, Texts);
        if (random.Next(2) == 0)
            workout["summary"] = Object(random, 2);
        if (random.Next(2) == 0)
            workout["measurements"] = Measurements(random, start);
        return workout;
    }

    private static JsonArray Measurements(Random random, DateTimeOffset start) => [.. Enumerable.Range(0, random.Next(1, 200)).Select(second =>
    {
        var row = new JsonObject { ["timestamp"] = start.AddSeconds(second).ToString("O", CultureInfo.InvariantCulture) };
        foreach (var channel in new[] { "power", "heartrate", "cadence", "latitude" })
        {
            if (random.Next(3) > 0)
                row[channel] = channel == "latitude" ? random.NextDouble() * 80 : random.Next(0, 200);
        }

        return row;
    })];

    private static JsonObject Object(Random random, int depth)
    {
        var members = new JsonObject();
        for (var i = random.Next(5); i > 0; i--)
            members[$"m{random.Next(20)}"] = Value(random, depth);
        return members;
    }

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 0 ? 7 : 5) switch
    {
        0 => null,
        1 => random.Next(),
        2 => random.NextDouble() * Math.Pow(10, random.Next(-30, 30)),
        3 => random.Next(2) == 0,
        4 => Pick(random, Texts),
        5 => Object(random, depth - 1),
        _ => new JsonArray(Value(random, depth - 1), Value(random, depth - 1)),
    };

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];
}
