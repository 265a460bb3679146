namespace FitServerless.Coach.Meals;

public enum MealSlot
{
    Breakfast,
    Lunch,
    Dinner,
    Snack,
}
