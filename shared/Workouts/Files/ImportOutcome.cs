using FitServerless.Sync;

namespace FitServerless.Workouts.Files;

/// <summary>What an upload came to.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <param name="Results">One an activity.</param>
    public sealed record Done(IReadOnlyList<ImportResult> Results) : ImportOutcome;

    /// <summary>It is no archive, and no file that we take; or an archive that cannot be opened.</summary>
    public sealed record Refused(ChangeProblem Problem) : ImportOutcome;
}
