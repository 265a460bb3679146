using FitServerless.Schedules.Runs;

namespace FitServerless.Functions.Schedules;

/// <summary>What an operator sees of a run that is under way, in its custom status.</summary>
public sealed record RunProgress(int Shards, int Done, int Failed, RunCounts Counts);
