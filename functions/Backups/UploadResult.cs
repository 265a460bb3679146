using FitServerless.Backups;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Backups;

/// <summary>What an upload, or a part of one, is answered with.</summary>
internal sealed class UploadResult(UploadOutcome outcome, int openStatus) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        switch (outcome)
        {
            case UploadOutcome.Stored { Backup: var backup }:
                response.SetOffset(backup.Size, isComplete: true);
                response.Headers.Location = $"/backup/{backup.Id}";
                return TypedResults.Json(BackupView.Of(backup), BackupContracts.Default.BackupView, statusCode: StatusCodes.Status201Created)
                    .ExecuteAsync(httpContext);
            case UploadOutcome.Open open:
                response.SetOffset(open.Offset, isComplete: false);
                response.Headers.Location = $"/api/uploads/{open.UploadId}";
                response.StatusCode = openStatus;
                return Task.CompletedTask;
            case UploadOutcome.WrongOffset wrong:
                response.SetOffset(wrong.Offset, isComplete: false);
                return new ProblemResult(BackupProblems.WrongOffset(wrong.Offset)).ExecuteAsync(httpContext);
            default:
                return new ProblemResult(BackupProblems.Of(outcome)).ExecuteAsync(httpContext);
        }
    }
}
