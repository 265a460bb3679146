namespace FitServerless.Exercises;

/// <summary>Where the exercises' vectors are kept, by the version of what they were made of.</summary>
internal interface IVectorStore
{
    /// <summary>One transaction.</summary>
    Task<byte[]?> FindAsync(string version, CancellationToken cancellationToken);

    /// <summary>One transaction. The file of a version is always the same, so that a second writer does no harm.</summary>
    Task KeepAsync(string version, byte[] file, CancellationToken cancellationToken);
}
