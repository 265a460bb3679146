namespace FitServerless.Files;

/// <summary>The rows of files. A person's files and their totals are one partition and change together.</summary>
internal interface IFileStore
{
    /// <summary>One transaction.</summary>
    Task<StoredFile?> FindAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>One transaction.</summary>
    Task<(StoredFile? File, FileTotals Totals)> FindWithTotalsAsync(string userId, string id, CancellationToken cancellationToken);

    /// <summary>One transaction.</summary>
    Task<FileTotals> ReadTotalsAsync(string userId, CancellationToken cancellationToken);

    /// <summary>In no order. One transaction.</summary>
    Task<IReadOnlyList<StoredFile>> ListAsync(string userId, CancellationToken cancellationToken);

    /// <summary>False when the file is there, or the totals have changed since they were read. One transaction.</summary>
    Task<bool> TryAddAsync(string userId, StoredFile file, FileTotals totals, CancellationToken cancellationToken);

    /// <summary>False when the file is gone, or the totals have changed since they were read. One transaction.</summary>
    Task<bool> TryDeleteAsync(string userId, StoredFile file, FileTotals totals, CancellationToken cancellationToken);

    /// <summary>Deletes all rows of a person; safe to repeat. A transaction for each hundred files, one more.</summary>
    Task EraseAsync(string userId, CancellationToken cancellationToken);
}
