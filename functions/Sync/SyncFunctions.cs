using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sync;

/// <summary>Offline-first sync of all collections.</summary>
public sealed class SyncFunctions(SyncService sync, CurrentUser user)
{
    [Function(nameof(SyncDocuments))]
    [Summary("Pushes and pulls changes of all collections.")]
    [Body<SyncRequest>]
    [Answer<SyncAnswerShape>(200)]
    [Refuses(410)]
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
        if (outcome is not SyncOutcome.Done { Answer: var answer })
            return new ProblemResult(Problems.ResyncNeeded);
        var digest = body.Digest ? (await sync.ReadDigestAsync(user.Id, body.Collections, cancellationToken)).Digest : null;
        return new RawJson(writer => SyncWriter.Write(writer, answer, digest));
    }

    [Function(nameof(GetSyncDigest))]
    [Summary("A count and a hash for each collection and day.")]
    [Query("collections", "Only these, with commas between.")]
    [Answer<SyncDigestShape>(200)]
    public async Task<IResult> GetSyncDigest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sync/digest")] HttpRequest request, CancellationToken cancellationToken)
    {
        var collections = request.Text("collections")?.Split(',');
        var read = await sync.ReadDigestAsync(user.Id, collections, cancellationToken);
        return new RawJson(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("cursor"u8, read.Head.Last.ToString());
            DigestWriter.Write(writer, read.Digest);
            writer.WriteEndObject();
        });
    }

    private static Problem? Check(SyncRequest body) => body switch
    {
        { Limit: < 1 or > SyncLimits.MaxPull } => Problems.Invalid("limit", $"A whole number from 1 to {SyncLimits.MaxPull}."),
        { Changes.Count: > SyncLimits.Changes } => Problems.Invalid("changes", $"At most {SyncLimits.Changes} a request; send the rest in the next."),
        { Changes.Count: > 0 } when !DocumentIds.IsValid(body.DeviceId) =>
            Problems.Invalid("deviceId", "The device's own name, 1 to 100 characters."),
        { Collections.Count: > SyncLimits.Collections } => Problems.Invalid("collections", $"At most {SyncLimits.Collections}."),
        _ => null,
    };
}
