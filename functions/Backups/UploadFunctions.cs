using FitServerless.Backups;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Backups;

/// <summary>Backups that clients made themselves, at once or in parts.</summary>
public sealed class UploadFunctions(BackupUploads uploads, IOptions<BackupOptions> options, CurrentUser user)
{
    [Function(nameof(PutBackup))]
    [Summary("Keeps a backup of the client's own, or its first part.")]
    [Header("Repr-Digest")]
    [Header("Content-Digest")]
    [Header("Upload-Complete")]
    [Body("application/gzip")]
    [Answer<BackupView>(201, "Of a part nothing: where it goes on is in Location")]
    [Refuses(409, 507)]
    public async Task<IResult> PutBackup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/backups/{name}")] HttpRequest request,
        string name,
        CancellationToken cancellationToken)
    {
        if (!BackupId.TryUpload(name, out var id))
            return new ProblemResult(BackupProblems.BadName);
        var body = request.Upload(options.Value.MaxUploadBytes);
        var whole = request.Digest(BackupHeaders.ReprDigest);
        var part = request.Digest(BackupHeaders.ContentDigest);
        var outcome = request.IsComplete()
            ? await uploads.PutAsync(user.Id, id, body, whole ?? part, cancellationToken)
            : await uploads.StartAsync(user.Id, id, body, whole, part, cancellationToken);
        return new UploadResult(outcome, StatusCodes.Status201Created);
    }

    [Function(nameof(AppendToUpload))]
    [Summary("The next part of an upload.")]
    [Header("Upload-Offset", IsRequired = true)]
    [Header("Upload-Complete")]
    [Header("Repr-Digest")]
    [Header("Content-Digest")]
    [Body("application/partial-upload")]
    [Answer<BackupView>(201, "It was the last")]
    [Answer(204, "Go on")]
    [Refuses(409, 507)]
    public async Task<IResult> AppendToUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken)
    {
        var outcome = await uploads.AppendAsync(
            user.Id,
            uploadId,
            request.Offset(),
            request.IsComplete(),
            request.Upload(options.Value.MaxUploadBytes),
            request.Digest(BackupHeaders.ReprDigest),
            request.Digest(BackupHeaders.ContentDigest),
            cancellationToken);
        return new UploadResult(outcome, StatusCodes.Status204NoContent);
    }

    [Function(nameof(FindUpload))]
    [Summary("How far an upload is.")]
    [Answer(204)]
    public async Task<IResult> FindUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "head", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken) =>
        new UploadResult(await uploads.FindAsync(user.Id, uploadId, cancellationToken), StatusCodes.Status204NoContent);

    [Function(nameof(CancelUpload))]
    [Summary("Gives an upload up.")]
    [Answer(204)]
    public async Task<IResult> CancelUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken)
    {
        await uploads.CancelAsync(user.Id, uploadId, cancellationToken);
        return TypedResults.NoContent();
    }
}
