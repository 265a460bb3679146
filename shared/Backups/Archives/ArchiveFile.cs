namespace FitServerless.Backups.Archives;

/// <summary>A file of an archive that is being read.</summary>
internal sealed record ArchiveFile(string Name, long Size, Stream Content, FileBuffer Buffer)
{
    /// <summary>The first part of its name.</summary>
    public string Folder => Name[..Math.Max(Name.IndexOf('/', StringComparison.Ordinal), 0)];

    /// <summary>The rest of its name.</summary>
    public string NameInFolder => Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Whose documents are in it; <c>null</c> when it holds something else.</summary>
    public string? Collection => Name.Split('/') is [DocumentSource.Name, var collection, _] ? collection : null;

    /// <summary>JSON Lines, whosever.</summary>
    public bool IsLines => Name.EndsWith(".jsonl", StringComparison.Ordinal);

    /// <summary>For one whose size has been looked at. Good until the next file.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var bytes = Buffer.For(Size);
        await Content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
