using Azure;

namespace FitServerless.Storage;

/// <summary>A blob in memory, opened if it was sealed.</summary>
public sealed record StoredBlob(byte[] Content, string MediaType, ETag Tag);
