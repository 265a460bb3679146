using FitServerless.Backups;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Backups;

/// <summary>Backups that clients made themselves, at once or in parts.</summary>
public sealed class UploadFunctions(BackupUploads uploads, IOptions<BackupOptions> options, CurrentUser user)
{
    [Function(nameof(PutBackup))]
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
    public async Task<IResult> FindUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "head", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken) =>
        new UploadResult(await uploads.FindAsync(user.Id, uploadId, cancellationToken), StatusCodes.Status204NoContent);

    [Function(nameof(CancelUpload))]
    public async Task<IResult> CancelUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken)
    {
        await uploads.CancelAsync(user.Id, uploadId, cancellationToken);
        return TypedResults.NoContent();
    }
}
