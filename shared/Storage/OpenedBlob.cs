using Azure;

namespace FitServerless.Storage;

/// <summary>A blob that is read as it comes, opened if it was sealed.</summary>
/// <param name="Length">Of the content, in bytes.</param>
public sealed record OpenedBlob(Stream Content, long Length, string MediaType, ETag Tag) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
