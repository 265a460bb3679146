using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Coach.Meals;

/// <summary>The body of <c>POST /api/ai/suggest-meal</c>. <see cref="MealRequestRules"/> has the bounds.</summary>
public sealed record MealRequest
{
    public const int DefaultMeals = 3;

    /// <summary>In the person's own words: "weight loss", "build muscle".</summary>
    [JsonConverter(typeof(WordsConverter))]
    public string? Goals { get; init; }

    /// <summary>In the person's own words: "vegetarian, no peanuts".</summary>
    [JsonConverter(typeof(WordsConverter))]
    public string? Restrictions { get; init; }

    public CoachProfile? Profile { get; init; }

    /// <summary>How many meals; <see cref="DefaultMeals"/> unless said.</summary>
    public int? Meals { get; init; }
}
