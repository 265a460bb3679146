using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Coach.Tweaks;

public sealed record EventUserData
{
    /// <summary>beginner, intermediate or advanced.</summary>
    public string? FitnessLevel { get; init; }

    [JsonConverter(typeof(WordsConverter))]
    public string? Goals { get; init; }

    /// <summary>What happened lately, newest last.</summary>
    public IReadOnlyList<PastEvent>? History { get; init; }
}
