namespace FitServerless.Functions.Sync;

/// <summary>What a change became.</summary>
public sealed record ChangedView(string Id, int Version);
