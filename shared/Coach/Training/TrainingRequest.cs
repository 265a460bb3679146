using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Coach.Training;

/// <summary>The body of <c>POST /api/ai/suggest-workout</c>. <see cref="TrainingRequestRules"/> has the bounds.</summary>
public sealed record TrainingRequest
{
    public const int DefaultMinutes = 45;

    /// <summary>beginner, intermediate or advanced; what is none of them is taken for a beginner.</summary>
    public string? FitnessLevel { get; init; }

    /// <summary>In the person's own words: "strength", "lose weight", "Muskelaufbau".</summary>
    [JsonConverter(typeof(WordsConverter))]
    public string? Goals { get; init; }

    /// <summary>In the person's own words: "dumbbells and a bench". Body weight needs none.</summary>
    [JsonConverter(typeof(WordsConverter))]
    public string? Equipment { get; init; }

    /// <summary>What to spare, in the person's own words: "bad knee".</summary>
    [JsonConverter(typeof(WordsConverter))]
    public string? Limitations { get; init; }

    public CoachProfile? Profile { get; init; }

    /// <summary>For everything, warm-up included; <see cref="DefaultMinutes"/> unless said.</summary>
    public int? Minutes { get; init; }
}
