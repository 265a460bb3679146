using System.Text.Json.Serialization;
using FitServerless.Grants;
using FitServerless.Json;

namespace FitServerless.Functions.Grants;

/// <summary>A grant as who gave it sees it.</summary>
/// <param name="Id">To take it back by.</param>
/// <param name="TrainerId">Only when it was given by id.</param>
public sealed record GrantView(string Id, string? TrainerEmail, string? TrainerId, IReadOnlyList<string> Scopes)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    public static GrantView Of(Grant grant) => new(
        grant.Id, grant.TrainerEmail, grant.TrainerEmail is null ? grant.TrainerKey : null, grant.Scopes)
    {
        CreatedAt = grant.CreatedAt,
        ExpiresAt = grant.ExpiresAt,
    };
}
