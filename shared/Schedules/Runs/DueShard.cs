namespace FitServerless.Schedules.Runs;

/// <summary>A part of the people that are due in a slot.</summary>
public sealed record DueShard(OccasionKind Kind, DateTimeOffset Slot, string Shard);
