namespace FitServerless.Sync;

/// <summary>Names one document of a user.</summary>
public readonly record struct DocumentKey(string Collection, string Id);
