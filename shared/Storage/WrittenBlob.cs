using Azure;

namespace FitServerless.Storage;

/// <summary>What came of writing a blob.</summary>
public readonly record struct WrittenBlob(ETag Tag, bool IsSealed);
