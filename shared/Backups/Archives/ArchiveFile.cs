namespace FitServerless.Backups.Archives;

/// <summary>A file of an archive that is being read.</summary>
internal sealed record ArchiveFile(string Name, long Size, Stream Content)
{
    /// <summary>The first part of its name.</summary>
    public string Folder => Name[..Math.Max(Name.IndexOf('/', StringComparison.Ordinal), 0)];

    /// <summary>Whose documents are in it; <c>null</c> when it holds something else.</summary>
    public string? Collection => Name.Split('/') is [DocumentSource.Name, var collection, _] ? collection : null;
}
