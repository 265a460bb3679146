using Azure;

namespace FitServerless.Schedules.Runs;

/// <summary>How far a kind has been run: for every slot up to this one, whoever was due had a run started.</summary>
internal sealed record Watermark(OccasionKind Kind, DateTimeOffset? Slot, ETag ETag);
