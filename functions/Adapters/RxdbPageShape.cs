namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="RxdbWriter"/> writes of a pull.</summary>
internal sealed record RxdbPageShape(IReadOnlyList<RxdbRecordShape> Documents, RxdbCheckpointShape Checkpoint);
