using FitServerless.Sync;

namespace FitServerless.Workouts.Files;

/// <summary>What became of one activity.</summary>
/// <param name="Name">Of the file it was in.</param>
/// <param name="Id">The workout that it is, by this import or an earlier one.</param>
/// <param name="Problem">Why there is none.</param>
public sealed record ImportResult(string Name, ChangeStatus Status, string? Id = null, ChangeProblem? Problem = null);
