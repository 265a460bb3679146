namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="WatermelonWriter"/> writes of a table.</summary>
internal sealed record WatermelonTableShape(
    IReadOnlyList<WatermelonRecordShape> Created, IReadOnlyList<WatermelonRecordShape> Updated, IReadOnlyList<string> Deleted);
