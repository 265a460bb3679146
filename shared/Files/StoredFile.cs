using System.Security.Cryptography;

namespace FitServerless.Files;

/// <summary>A file that a person keeps here. Its content never changes.</summary>
public sealed record StoredFile
{
    public required string Id { get; init; }

    /// <summary>Safe to be saved under; see <see cref="FileNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="FileType"/>'s, by content.</summary>
    public required string MediaType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>16 hex digits, new with each upload: the blob's own name, and the file's tag.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsSealed { get; init; }

    public static string NewVersion() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
