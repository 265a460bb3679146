namespace FitServerless.Functions.Privacy;

/// <summary>What an erasure is to do. Nothing in it says whose.</summary>
/// <param name="Grace">Between its two passes.</param>
public sealed record ErasurePlan(string JobId, IReadOnlyList<string> Stores, TimeSpan Grace);
