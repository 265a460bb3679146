using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Grants;

/// <summary>Somebody whose data a trainer may see.</summary>
public sealed record Client(
    string UserId,
    string? Name,
    string Email,
    IReadOnlyList<string> Scopes,
    [property: JsonConverter(typeof(InstantConverter))] DateTimeOffset? ExpiresAt);
