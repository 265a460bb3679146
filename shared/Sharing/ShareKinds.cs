using FitServerless.Learning;
using FitServerless.Sync;

namespace FitServerless.Sharing;

/// <summary>What can be shared by itself, and where it is.</summary>
public static class ShareKinds
{
    public const string Plan = "plan";
    public const string Workout = "workout";

    public const string Read = "read";

    /// <summary>Of plans only: a workout is what was done.</summary>
    public const string Edit = "edit";

    public static string Of(DocumentKey item) => item.Collection == DocumentKinds.Workouts ? Workout : Plan;

    internal static DocumentKey KeyOf(string kind, string id) => new(kind == Workout ? DocumentKinds.Workouts : LearningCollections.Plans, id);
}
