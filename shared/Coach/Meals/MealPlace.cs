namespace FitServerless.Coach.Meals;

/// <param name="Share">Of the energy of all meals suggested.</param>
public sealed record MealPlace(MealSlot Slot, double Share);
