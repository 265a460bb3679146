using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>How much of each food brings meals to their targets, as bounded least squares: each row of a matrix has an aim.</summary>
internal sealed class PortionProblem
{
    /// <summary>Grams; what a kitchen scale and a hand agree on.</summary>
    public const double Step = 5;

    /// <summary>kcal; the catalogue's bounds of portions are those of such a meal.</summary>
    private const double PlainMeal = 550;

    private PortionProblem(double[][] rows, double[] aims, double[] min, double[] max) => (Rows, Aims, Min, Max) = (rows, aims, min, max);

    /// <summary>A column a food, per gram.</summary>
    public double[][] Rows { get; }

    public double[] Aims { get; }

    public double[] Min { get; }

    public double[] Max { get; }

    /// <summary>Errors are relative to the target. Energy counts most, then protein, then the rest and how meals share the day.</summary>
    public static PortionProblem Of(NutrientTargets targets, IReadOnlyList<DraftMeal> meals)
    {
        (double Weight, double Target, Func<Food, double> Of)[] wholes =
        [
            (4, targets.Calories, food => food.Kcal),
            (2.5, targets.Protein, food => food.Protein),
            (1.2, targets.Carbs, food => food.Carbs),
            (1.2, targets.Fat, food => food.Fat),
        ];
        var foods = meals.SelectMany(
            meal => meal.Foods.Select(food => (Meal: meal, Food: food, Size: meal.Place.Share * targets.Calories / PlainMeal))).ToArray();
        return new PortionProblem(
            [
                .. wholes.Select(aim => Array.ConvertAll(foods, item => aim.Weight * aim.Of(item.Food) / 100 / aim.Target)),
                .. meals.Select(
                    meal => Array.ConvertAll(foods, item => item.Meal == meal ? item.Food.Kcal / 100 / (meal.Place.Share * targets.Calories) : 0)),
            ],
            [.. wholes.Select(aim => aim.Weight), .. meals.Select(_ => 1.0)],
            Array.ConvertAll(foods, item => Round(item.Food.Min * Math.Clamp(item.Size, 0.4, 1))),
            Array.ConvertAll(foods, item => Round(item.Food.Max * Math.Clamp(item.Size, 0.6, 2.2))));
    }

    public static double Round(double grams) => Math.Max(Step, Math.Round(grams / Step) * Step);
}
