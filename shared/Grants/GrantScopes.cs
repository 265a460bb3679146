namespace FitServerless.Grants;

/// <summary>What a grant allows.</summary>
public static class GrantScopes
{
    /// <summary>To read workouts, statistics and documents.</summary>
    public const string Read = "read";

    /// <summary>To put documents, for instance a plan.</summary>
    public const string Write = "write";

    public static bool IsKnown(string scope) => scope is Read or Write;
}
