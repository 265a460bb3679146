using Azure;

namespace FitServerless.Files;

/// <summary>What a person's files come to.</summary>
/// <param name="Tag">Of the row that says so; <c>null</c> when there is none yet.</param>
public sealed record FileTotals(int Count, long Bytes, ETag? Tag)
{
    public static readonly FileTotals None = new(0, 0, null);

    public FileTotals With(StoredFile file) => this with { Count = Count + 1, Bytes = Bytes + file.Size };

    public FileTotals Without(StoredFile file) => this with { Count = Count - 1, Bytes = Bytes - file.Size };
}
