using System.Text.Json;
using FitServerless.Stats;

namespace FitServerless.Briefings.Log;

/// <summary>Something that was eaten, or, without a day, what the person wants to eat in one.</summary>
/// <param name="Calories">kcal.</param>
/// <param name="Protein">Grams.</param>
internal sealed record Food(DateOnly? Day, int Calories, int Protein)
{
    public static Food? Eaten(JsonElement entry, LocalDays days) => entry.Time("timestamp") is { } time ? Read(entry, days.Of(time)) : null;

    public static Food? Target(JsonElement goal) => Read(goal, null);

    private static Food? Read(JsonElement members, DateOnly? day) =>
        members.Number(20_000, "calories") is { } calories
            ? new Food(day, (int)Math.Round(calories), (int)Math.Round(members.Number(2_000, "protein") ?? 0))
            : null;
}
