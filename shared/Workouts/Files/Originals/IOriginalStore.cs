namespace FitServerless.Workouts.Files.Originals;

/// <summary>The files that users imported, by content: the same file twice is one blob, and chained activities share theirs.</summary>
public interface IOriginalStore
{
    /// <summary>Safe to repeat. One transaction, and two more the first time ever.</summary>
    Task SaveAsync(string userId, OriginalFile file, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary><c>null</c> when it is not there. One transaction.</summary>
    Task<byte[]?> ReadAsync(string userId, string sha256, CancellationToken cancellationToken);
}
