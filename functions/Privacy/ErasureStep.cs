namespace FitServerless.Functions.Privacy;

/// <summary>One store's part of an erasure.</summary>
public sealed record ErasureStep(string JobId, string Store);
