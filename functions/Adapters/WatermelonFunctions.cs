using FitServerless.Adapters;
using FitServerless.Adapters.Watermelon;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Adapters;

/// <summary>All collections for WatermelonDB's <c>synchronize()</c>, as https://watermelondb.dev/docs/Sync/Backend has it.</summary>
public sealed class WatermelonFunctions(WatermelonService watermelon, CurrentUser user)
{
    [Function(nameof(PullWatermelon))]
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
