namespace FitServerless.Learning;

/// <summary>The collections of learning.</summary>
public static class LearningCollections
{
    public const string Plans = "plans";
    public const string Sessions = "sessions";
    public const string Cards = "cards";

    public static readonly IReadOnlyList<string> All = [Plans, Sessions, Cards];
}
