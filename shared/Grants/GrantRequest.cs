namespace FitServerless.Grants;

/// <summary>The body of <c>POST /api/grants</c>.</summary>
public sealed record GrantRequest
{
    public string? TrainerEmail { get; init; }

    public string? TrainerId { get; init; }

    public IReadOnlyList<string>? Scopes { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
