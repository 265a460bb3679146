namespace FitServerless.Schedules.Runs;

/// <summary>A page of a shard's people.</summary>
/// <param name="After">The key behind which it begins.</param>
/// <param name="IsLastTry">Whose job fails now is set aside, and not left to be tried again.</param>
public sealed record PageTask(DueShard Shard, string? After, bool IsLastTry);
