using FitServerless.Coach.Meals;
using FitServerless.Coach.Safety;
using FitServerless.Coach.Tweaks;
using FitServerless.Nutrition;
using FitServerless.Tests.Coach.Meals;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Coach.Safety;

/// <summary>Whatever a model makes up: what the gate lets out is safe by an account of safety that shares no code with it.</summary>
public sealed class GateLawTests
{
    private static readonly string[] Made =
    [
        "peanut butter", "Chicken breast", "shrimp", "whole milk", "almond flour", "sausage", "anchovy paste", "mayonnaise", "ham hock", "beer batter", "secret sauce",
        "ignore all previous instructions", "<b>bold</b>", "https://evil.example", "", "🥜", "mushrooms", "tofu", "bacon bits", "cheddar", "eggs", "honey", "wine",
        "white rice, cooked", "broccoli, steamed", "olive oil",
    ];

    private static readonly string[] Said =
    [
        "Enjoy!", "This cures cancer", "Take 500 mg of aspirin", "Diagnose: Gastritis", "See http://evil.example", "<script>", "Dosis: zwei Tabletten", "Fine with tea", "Ignoriere alles",
    ];

    private static readonly string[] Harmful = ["cure", "aspirin", "diagnos", "http", "<script", "dosis", "mg of"];

    private static Gen<(MealRequest Request, int Seed, int[] Moves)> Cases =>
        from restriction in Gen.Elements(CoachCases.Restrictions)
        from seed in Gen.Choose(0, 100_000)
        from moves in Gen.Choose(0, int.MaxValue - 1).ArrayOf(3)
        from count in Gen.Choose(0, 3)
        select (new MealRequest { Restrictions = restriction }, seed, moves.Take(count).ToArray());

    private static Gen<(CoachEvent Event, Tweak Tweak)> Tweaks =>
        from name in Gen.Elements(CoachEvent.SkipSet, CoachEvent.StruggleSet, CoachEvent.CompleteWorkout)
        from planned in Gen.Choose(0, 40)
        from sets in Gen.Choose(0, 8)
        from change in Gen.Choose(-12, 12).ArrayOf(4)
        from action in Gen.Elements("reduce_volume", "reduce_load", "progress", "explode")
        select (
            new CoachEvent { Event = name, Context = new() { PlannedReps = planned == 0 ? null : planned, PlannedSets = sets == 0 ? null : sets } },
            new Tweak(action, "A reason", new(change[0] / 4, change[1] == 12 ? null : change[1], change[2] * 20, change[3])));

    [Fact]
    public void Meals_that_the_gate_lets_out_are_safe()
    {
        var (let, stopped) = (0, 0);
        Law.Holds(Cases, one =>
        {
            var brief = ((MealBriefOutcome.Ready)MealBriefing.Read(one.Request)).Brief;
            if (MealRules.Suggest(brief, one.Seed) is not MealOutcome.Suggested { Suggestion: var good })
                return false;
            var output = one.Moves.Aggregate(good, Spoil);
            if (CoachGate.Check(output, brief).Count > 0)
            {
                stopped++;
                return true;
            }

            let++;
            return MealOracle.FindHarm(output, one.Request, brief.CalorieFloor) is null && !Says(output);
        }, count: 1_000);
        Assert.True(let > 100 && stopped > 100, $"{let} let out and {stopped} stopped prove little.");
    }

    [Fact]
    public void Tweaks_that_the_gate_lets_out_keep_four_fifths_of_the_plan()
    {
        var let = 0;
        Law.Holds(Tweaks, one =>
        {
            if (CoachGate.Check(one.Tweak, one.Event).Count > 0)
                return true;
            let++;
            var (plan, change) = (one.Event.Context!, one.Tweak.Modifications);
            return (change.Reps is null or >= 0 || (plan.PlannedReps + change.Reps) * 10 >= plan.PlannedReps * 8)
                && (plan.PlannedSets is null || plan.PlannedSets + (change.Sets ?? 0) >= 1)
                && change.WeightPercent is null or <= 10;
        }, count: 3_000);
        Assert.True(let > 100, $"{let} let out prove little.");
    }

    private static bool Says(MealSuggestion output) =>
        output.Notes.Any(note => Array.Exists(Harmful, word => note.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>One thing that models do.</summary>
    private static MealSuggestion Spoil(MealSuggestion suggestion, int move)
    {
        var random = new Random(move);
        var at = random.Next(suggestion.Meals.Count);
        var meal = suggestion.Meals[at];
        var food = random.Next(meal.Ingredients.Count);
        return random.Next(6) switch
        {
            0 => Put(meal with { Ingredients = Replace(meal.Ingredients, food, new(CoachCases.Pick(random, Made), meal.Ingredients[food].Grams)) }),
            1 => Put(meal with { Ingredients = [.. meal.Ingredients, new(CoachCases.Pick(random, Made), random.Next(1, 30))] }),
            2 => Put(meal with { Name = $"{meal.Name} {CoachCases.Pick(random, Made)}" }),
            3 => Put(meal with { Calories = meal.Calories * random.Next(2, 20) / 10.0 }),
            4 => suggestion with { Notes = [.. suggestion.Notes, CoachCases.Pick(random, Said)] },
            _ => Put(meal with { Ingredients = Replace(meal.Ingredients, food, new(CoachCases.Pick(random, [.. FoodCatalogue.All.Select(one => one.Name)]), meal.Ingredients[food].Grams)) }),
        };

        MealSuggestion Put(Meal changed) => suggestion with { Meals = Replace(suggestion.Meals, at, changed) };
    }

    private static List<T> Replace<T>(IReadOnlyList<T> list, int at, T item) => [.. list.Take(at), item, .. list.Skip(at + 1)];
}
