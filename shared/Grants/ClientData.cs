using FitServerless.Accounts.Profiles;

namespace FitServerless.Grants;

/// <summary>What of a client's a trainer asks for.</summary>
/// <param name="Name">For the client's audit trail.</param>
/// <param name="IsShared">By the client's own settings, which hold for all grants.</param>
public sealed record ClientData(string Name, Func<PrivacySettings, bool> IsShared)
{
    public static readonly ClientData Workouts = new("workouts", settings => settings.ShareWorkouts);

    public static readonly ClientData Workout = Workouts with { Name = "a workout" };

    public static readonly ClientData Statistics = new("statistics", settings => settings.ShareStatistics);

    public static readonly ClientData Documents = new("documents", settings => settings.ShareDocuments);

    public static readonly ClientData Document = Documents with { Name = "a document" };
}
