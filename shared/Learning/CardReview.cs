using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Learning;

/// <summary>The body of a review.</summary>
public sealed record CardReview
{
    /// <summary>0 to 5.</summary>
    public int? Quality { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>The client's own name for the review: sent again, it changes nothing.</summary>
    [JsonConverter(typeof(ClientIdConverter))]
    public string? ReviewId { get; init; }
}
