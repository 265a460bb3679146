namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="WatermelonWriter"/> writes of a pull.</summary>
/// <param name="Changes">By table.</param>
internal sealed record WatermelonPullShape(IReadOnlyDictionary<string, WatermelonTableShape> Changes, long Timestamp);
