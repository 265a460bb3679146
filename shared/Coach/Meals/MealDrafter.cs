using FitServerless.Nutrition;

namespace FitServerless.Coach.Meals;

/// <summary>Draws dishes and foods for a day, none that the diet forbids, and no food twice while there are others.</summary>
internal sealed class MealDrafter(Diet diet, Random random)
{
    private readonly Dictionary<DishPart, Food[]> _allowed = [];
    private readonly HashSet<Food> _used = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Dish> _usedDishes = new(ReferenceEqualityComparer.Instance);

    /// <returns><c>null</c> when some meal cannot be made of what is allowed.</returns>
    public IReadOnlyList<DraftMeal>? Draw(IReadOnlyList<MealPlace> places)
    {
        _used.Clear();
        _usedDishes.Clear();
        var drafts = places.Select(Draw).OfType<DraftMeal>().ToList();
        return drafts.Count == places.Count ? drafts : null;
    }

    /// <summary>A diet that leaves none of the dishes of a meal may leave those of another: rice and beans are a breakfast, too.</summary>
    private DraftMeal? Draw(MealPlace place) =>
        Draw(place, Dish.All.Where(dish => dish.Slots.Contains(place.Slot)))
        ?? Draw(place, Dish.All.Where(dish => !dish.Slots.Contains(place.Slot)));

    private DraftMeal? Draw(MealPlace place, IEnumerable<Dish> dishes)
    {
        var shuffled = dishes.ToArray();
        random.Shuffle(shuffled);
        foreach (var dish in shuffled.OrderBy(_usedDishes.Contains))
        {
            if (Choose(dish) is not { } foods)
                continue;
            _used.UnionWith(foods);
            _usedDishes.Add(dish);
            return new DraftMeal(place, dish, foods);
        }

        return null;
    }

    private List<Food>? Choose(Dish dish)
    {
        var chosen = new List<Food>();
        foreach (var part in dish.Parts)
        {
            if (part.IsOptional && random.Next(2) == 0)
                continue;
            if (Choose(part, chosen) is { } food)
                chosen.Add(food);
            else if (!part.IsOptional)
                return null;
        }

        return chosen;
    }

    private Food? Choose(DishPart part, List<Food> chosen)
    {
        var fitting = Array.FindAll(Allowed(part), food => GoesWith(food, chosen));
        var fresh = Array.FindAll(fitting, food => !_used.Contains(food));
        var choices = fresh.Length > 0 ? fresh : fitting;
        return choices.Length == 0 ? null : choices[random.Next(choices.Length)];
    }

    private bool GoesWith(Food food, List<Food> chosen)
    {
        foreach (var other in chosen)
        {
            if (other.ShortName == food.ShortName || !diet.Allows(other, food))
                return false;
        }

        return true;
    }

    private Food[] Allowed(DishPart part)
    {
        if (!_allowed.TryGetValue(part, out var foods))
            _allowed[part] = foods = [.. part.Choices.Where(diet.Allows)];
        return foods;
    }
}
