namespace FitServerless.Coach.Meals;

/// <param name="Name">A food's name; see <c>FoodCatalogue</c>.</param>
/// <param name="Grams">As the food's figures are meant, cooked or raw: its name says which.</param>
public sealed record Ingredient(string Name, double Grams);
