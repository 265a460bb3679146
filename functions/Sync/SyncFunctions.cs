using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sync;

/// <summary>Offline-first sync of all collections.</summary>
public sealed class SyncFunctions(SyncService sync, CurrentUser user)
{
    [Function(nameof(SyncDocuments))]
    public async Task<IResult> SyncDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sync")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(SyncJson.Default.SyncRequest, SyncLimits.Body, cancellationToken);
        if (Check(body) is { } problem)
            return new ProblemResult(problem);
        var outcome = await sync.SyncAsync(
            user.Id,
            body.DeviceId ?? "",
            body.Cursor ?? SyncCursor.Start,
            body.Collections,
            body.Limit ?? SyncLimits.DefaultPull,
            body.Changes ?? [],
            cancellationToken);
        return outcome switch
        {
            SyncOutcome.Done done => new RawJson(writer => SyncWriter.Write(writer, done.Answer)),
            _ => new ProblemResult(Problems.ResyncNeeded),
        };
    }

    private static Problem? Check(SyncRequest body) => body switch
    {
        { Limit: < 1 or > SyncLimits.MaxPull } => Problems.Invalid("limit", $"A whole number from 1 to {SyncLimits.MaxPull}."),
        { Changes.Count: > SyncLimits.Changes } => Problems.Invalid("changes", $"At most {SyncLimits.Changes} a request; send the rest in the next."),
        { Changes.Count: > 0 } when !DocumentIds.IsValid(body.DeviceId) => Problems.Invalid("deviceId", "The device's own name, 1 to 100 characters."),
        { Collections.Count: > SyncLimits.Collections } => Problems.Invalid("collections", $"At most {SyncLimits.Collections}."),
        _ => null,
    };
}
