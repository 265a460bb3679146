namespace FitServerless.Files.Orphans;

/// <summary>What a feature still needs of the blobs in a folder of its own, so that the others can go.</summary>
public interface IBlobReferences
{
    /// <summary>The folder in each user's: blobs are <c>{user id}/{folder}/…</c>.</summary>
    string Folder { get; }

    /// <summary>Those of the blobs that something still tells of.</summary>
    /// <param name="names">Of one user, in full.</param>
    Task<IReadOnlySet<string>> FindNeededAsync(string userId, IReadOnlyCollection<string> names, CancellationToken cancellationToken);
}
