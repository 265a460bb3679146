using Azure;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>The stored version that a record was read from or written as.</summary>
/// <param name="Blobs">Those its row names.</param>
internal sealed record Stored(ETag ETag, IReadOnlyList<string> Blobs);
