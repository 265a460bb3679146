using FitServerless.Adapters;
using FitServerless.Adapters.Watermelon;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Adapters;

/// <summary>All collections for WatermelonDB's <c>synchronize()</c>, as https://watermelondb.dev/docs/Sync/Backend has it.</summary>
public sealed class WatermelonFunctions(WatermelonService watermelon, CurrentUser user)
{
    [Function(nameof(PullWatermelon))]
    [Summary("WatermelonDB's pullChanges.")]
    [Query("last_pulled_at", "timestamp of the last pull, or null.")]
    [Query("tables", "Of the client's schema, with commas between.")]
    [Query("migration", "{from, tables, columns}, or null.")]
    [Answer<WatermelonPullShape>(200)]
    [Refuses(410)]
    public async Task<IResult> PullWatermelon(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/watermelon/sync")] HttpRequest request, CancellationToken cancellationToken)
    {
        var pull = await watermelon.PullAsync(
            user.Id,
            WatermelonQuery.LastPulledAt(request),
            WatermelonQuery.Tables(request),
            WatermelonQuery.Migration(request),
            cancellationToken);
        return pull is null ? new ProblemResult(Problems.ResyncNeeded) : new RawJson(writer => WatermelonWriter.Write(writer, pull));
    }

    [Function(nameof(PushWatermelon))]
    [Summary("WatermelonDB's pushChanges.")]
    [Query("last_pulled_at", "timestamp of the last pull; the body's goes before.")]
    [Body<WatermelonPush>]
    [Answer<FreeObject>(200, "{}")]
    [Refuses(409, 410, 422)]
    public async Task<IResult> PushWatermelon(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/watermelon/sync")] HttpRequest request, CancellationToken cancellationToken)
    {
        // The documentation's pushChanges() names no content type, and fetch then says text/plain.
        var push = await request.ReadAsync(AdapterJson.Default.WatermelonPush, AdapterLimits.Body, cancellationToken, anyType: true);
        if (push.Changes.Values.Sum(table => table.Count) > AdapterLimits.Records)
            return new ProblemResult(Problems.Invalid("changes", $"At most {AdapterLimits.Records} records a push."));
        var lastPulledAt = push.LastPulledAt ?? WatermelonQuery.LastPulledAt(request);
        return await watermelon.PushAsync(user.Id, lastPulledAt, push.Changes, cancellationToken) switch
        {
            WatermelonPushOutcome.Stored => new RawJson(writer => WatermelonWriter.WriteEmpty(writer)),
            WatermelonPushOutcome.Conflict => new ProblemResult(Problems.ChangedMeanwhile),
            WatermelonPushOutcome.Invalid invalid => new ProblemResult(Problems.Unprocessable(invalid.Errors)),
            _ => new ProblemResult(Problems.ResyncNeeded),
        };
    }
}
