namespace FitServerless.Accounts;

/// <summary>The body of <c>POST /auth/register</c>.</summary>
public sealed record Registration
{
    public string? Email { get; init; }

    public string? Password { get; init; }

    public string? Name { get; init; }

    /// <summary>IANA name.</summary>
    public string? TimeZone { get; init; }
}
