namespace FitServerless.Accounts;

/// <summary>The body of <c>POST /auth/login</c>.</summary>
public sealed record Credentials
{
    public string? Email { get; init; }

    public string? Password { get; init; }

    /// <summary>Of the second factor, where there is one.</summary>
    public string? Code { get; init; }
}
