using FitServerless.Sync;

namespace FitServerless.Learning;

/// <summary>A plan, and how far it has got.</summary>
/// <param name="Minutes">Spent on it in all.</param>
/// <param name="Percent">Of the hours that the plan is for, at most 100; <c>null</c> when it does not say.</param>
/// <param name="Recent">The latest sessions, newest first.</param>
public sealed record PlanView(
    SyncedDocument Plan, double Minutes, int? Percent, int SessionCount, IReadOnlyList<PlanChunk> Chunks, IReadOnlyList<SyncedDocument> Recent);
