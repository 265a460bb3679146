using System.Collections.Frozen;

namespace FitServerless.Nutrition;

/// <summary>A food, with figures for 100 g of it as its name says, cooked or raw.</summary>
public sealed record Food
{
    /// <summary>"chicken breast, grilled".</summary>
    public required string Name
    {
        get;
        init => (field, ShortName) = (value, value.Split(',')[0]);
    }

    /// <summary>"chicken breast".</summary>
    public string ShortName { get; private init; } = "";

    /// <summary>What it is in a dish; see <see cref="FoodRole"/>.</summary>
    public required FoodRole Role { get; init; }

    /// <summary>Where it comes from: poultry, legume, wheat.</summary>
    public required string Group { get; init; }

    public required double Kcal { get; init; }

    public required double Protein { get; init; }

    /// <summary>With fiber, as the USDA counts them; labels in the EU leave it out.</summary>
    public required double Carbs { get; init; }

    public required double Fat { get; init; }

    public required double Fiber { get; init; }

    /// <summary>Whose figures these are: see <see cref="FoodCatalogue"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Grams in a meal of about 550 kcal, at least.</summary>
    public required double Min { get; init; }

    /// <summary>Grams in a meal of about 550 kcal, at most.</summary>
    public required double Max { get; init; }

    /// <summary>What a diet may forbid in it: meat, milk, gluten; see <see cref="FoodCatalogue.Substances"/>.</summary>
    public required FrozenSet<string> Contains { get; init; }

    /// <summary>The stems of every word that it goes by, in English and German.</summary>
    public required FrozenSet<string> Stems { get; init; }

    public bool Has(string substanceOrGroup) => Group == substanceOrGroup || Contains.Contains(substanceOrGroup);
}
