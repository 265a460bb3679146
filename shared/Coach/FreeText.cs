namespace FitServerless.Coach;

/// <summary>Bounds of what people say in their own words.</summary>
internal static class FreeText
{
    /// <summary>A long paragraph. It goes into prompts, whose cost grows with it.</summary>
    public const int MaxLength = 1_000;

    public static bool IsFine(string? text) => text is null or { Length: <= MaxLength };

    public static string Message { get; } = $"At most {MaxLength} characters.";
}
