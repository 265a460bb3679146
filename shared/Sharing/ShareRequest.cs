using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Sharing;

/// <summary>The body of <c>POST /api/shares</c>.</summary>
public sealed record ShareRequest
{
    /// <summary>One of <see cref="ShareKinds"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>The plan's, or the workout's.</summary>
    public string? ItemId { get; init; }

    public string? WithEmail { get; init; }

    public string? WithUserId { get; init; }

    /// <summary><c>read</c> or <c>edit</c>.</summary>
    public string? Permission { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }
}
