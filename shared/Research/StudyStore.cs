using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using FitServerless.Storage;

namespace FitServerless.Research;

/// <summary>
/// All studies in one blob, <c>research/studies.jsonl</c>, so that a reader gets all of one update or of the one before. A study takes
/// some 300 bytes, and the defaults keep 300.
/// </summary>
internal sealed class StudyStore(AppContainers containers)
{
    private readonly BlobContainerClient _container = containers.Catalogues;

    private BlobClient Blob => _container.GetBlobClient("research/studies.jsonl");

    /// <summary>One transaction.</summary>
    public async Task<KeptStudies> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await Blob.DownloadContentAsync(cancellationToken)).Value;
            return new KeptStudies(StudyLines.Read(blob.Content.ToMemory().Span), blob.Details.ETag);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new KeptStudies([], null);
        }
    }

    /// <summary>False where somebody has written since <paramref name="version"/> was read. One transaction, two for the first time.</summary>
    public async Task<bool> TryWriteAsync(IReadOnlyList<Study> studies, ETag? version, CancellationToken cancellationToken)
    {
        if (version is null)
            await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/jsonl" },
            Conditions = version is { } read ? new BlobRequestConditions { IfMatch = read } : new BlobRequestConditions { IfNoneMatch = ETag.All },
        };
        try
        {
            await Blob.UploadAsync(BinaryData.FromBytes(StudyLines.Write(studies)), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
