using FitServerless.Storage.Sealing;

namespace FitServerless.Backups;

/// <summary>A block of an upload in parts.</summary>
/// <param name="Name">See <see cref="BlockNames"/>.</param>
/// <param name="StoredLength">Bytes, with the seals.</param>
internal sealed record PartBlock(string Name, long StoredLength)
{
    /// <summary>Bytes of what was sent.</summary>
    public long Length => BlockNames.Header(Name) is null ? StoredLength : new FrameLayout(StoredLength).ContentLength;
}
