using FitServerless.Sync;

namespace FitServerless.Functions.Workouts;

/// <summary>What <see cref="ImportWriter"/> writes of a file.</summary>
internal sealed record ImportedShape(string Name, ChangeStatus Status, string? Id = null, ChangeProblemShape? Problem = null);
