namespace FitServerless.Coach.Meals;

/// <summary>A request for meals, understood, with what the rules draw from.</summary>
internal sealed record MealQuestion(MealRequest Request, MealBrief Brief, int Seed);
