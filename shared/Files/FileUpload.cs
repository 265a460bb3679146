namespace FitServerless.Files;

/// <summary>What a client sends.</summary>
/// <param name="Name">As the client calls it.</param>
/// <param name="Key">The client's own name for this upload, so that it can be repeated.</param>
public sealed record FileUpload(string Name, ReadOnlyMemory<byte> Content, string? Key = null);
