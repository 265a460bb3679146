namespace FitServerless.Functions.Adapters;

/// <summary>What <see cref="RxdbCheckpoint"/> writes.</summary>
internal sealed record RxdbCheckpointShape(string Id, string UpdatedAt);
