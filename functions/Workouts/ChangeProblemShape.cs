namespace FitServerless.Functions.Workouts;

/// <summary>What <see cref="WorkoutSyncWriter"/> writes of a change that was refused.</summary>
/// <param name="Errors">Messages by member.</param>
internal sealed record ChangeProblemShape(string Type, int Status, string Detail, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null);
