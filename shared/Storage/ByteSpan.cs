namespace FitServerless.Storage;

/// <summary>Bytes next to each other, at least one.</summary>
public readonly record struct ByteSpan(long First, long Count);
