using FitServerless.Coach;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Training;
using FitServerless.Nutrition;

namespace FitServerless.Tests.Coach;

/// <summary>People of all kinds, the same ones every time.</summary>
internal static class CoachCases
{
    public static readonly string?[] Restrictions =
    [
        null, "vegetarian", "vegan", "veggie, no peanuts, lactose intolerant", "gluten-free", "celiac", "halal", "kosher", "pescatarian", "no pork", "nut allergy",
        "allergic to shellfish", "low fodmap", "keine Nüsse", "without mushrooms", "vegan, gluten free, no nuts, no soy", "egg allergy", "dairy-free", "no red meat",
        "allergic to gobbledygook", "kosher, vegetarian", "halal, no dairy", "no fish, no eggs", "vegan, no legumes",
    ];

    private static readonly string[] Goals =
        ["weight loss", "build muscle", "maintain", "lose fat and gain muscle", "marathon", "abnehmen", "Muskelaufbau", "stay healthy", "strength", "mobility"];

    private static readonly string[] Equipment =
        ["", "dumbbells and a bench", "gym", "kettlebell", "resistance bands, pull-up bar", "barbell, rack, bench", "no equipment", "Kurzhanteln"];

    private static readonly string?[] Limitations =
        [null, null, "bad knee", "lower back pain", "Schulter", "knee, back, shoulder, wrist, neck, hip, ankle, elbow, high blood pressure", "fibromyalgia"];

    public static IEnumerable<(MealRequest Request, int Seed)> Meals(int count) => Enumerable.Range(0, count).Select(seed =>
    {
        var random = new Random(seed);
        var request = new MealRequest
        {
            Goals = Pick(random, Goals),
            Restrictions = Restrictions[seed % Restrictions.Length],
            Profile = random.Next(5) == 0 ? null : Profile(random),
            Meals = random.Next(3) == 0 ? null : random.Next(1, MealRequestRules.MaxMeals + 1),
        };
        return (request, seed);
    });

    public static IEnumerable<(TrainingRequest Request, int Seed)> Trainings(int count) => Enumerable.Range(0, count).Select(seed =>
    {
        var random = new Random(seed);
        var request = new TrainingRequest
        {
            Goals = Pick(random, Goals),
            FitnessLevel = Pick(random, ["beginner", "intermediate", "advanced", "Anfänger"]),
            Equipment = Pick(random, Equipment),
            Limitations = Pick(random, Limitations),
            Minutes = random.Next(TrainingRequestRules.MinMinutes, TrainingRequestRules.MaxMinutes + 1),
        };
        return (request, seed);
    });

    public static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];

    /// <summary>Adults whom the formulas were made for.</summary>
    private static CoachProfile Profile(Random random)
    {
        var height = random.Next(148, 200);
        return new CoachProfile
        {
            Age = random.Next(18, 85),
            Sex = random.Next(3) switch { 0 => Sex.Female, 1 => Sex.Male, _ => null },
            HeightCm = height,
            WeightKg = random.Next(17, 39) * height * height / 10_000.0,
            ActivityLevel = (ActivityLevel)random.Next(5),
        };
    }
}
