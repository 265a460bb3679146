using System.Net.ServerSentEvents;
using FitServerless.Adapters;
using FitServerless.Adapters.Rxdb;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Quotas;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Adapters;

/// <summary>Any collection for RxDB's <c>replicateRxCollection()</c>, as https://rxdb.info/replication-http.html has it.</summary>
public sealed class RxdbFunctions(RxdbService rxdb, DocumentKinds kinds, EventStreams streams, CurrentUser user)
{
    [Function(nameof(PushRxdb))]
    [Summary("RxDB's push handler.")]
    [Body<List<RxdbRow>>]
    [Answer<IReadOnlyList<RxdbRecordShape>>(200, "The conflicts")]
    [Refuses(422)]
    public async Task<IResult> PushRxdb(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/rxdb/{collection}/push")] HttpRequest request,
        string collection,
        CancellationToken cancellationToken)
    {
        if (!kinds.TryFind(collection, out var kind))
            return new ProblemResult(Problems.NotFound);
        var rows = await request.ReadAsync(AdapterJson.Default.ListRxdbRow, AdapterLimits.Body, cancellationToken);
        if (rows.Count > AdapterLimits.Rows)
            return new ProblemResult(Problems.Invalid("push.batchSize", $"At most {AdapterLimits.Rows}."));
        var pushed = await rxdb.PushAsync(user.Id, kind, rows, cancellationToken);
        return pushed.Errors.Count > 0
            ? new ProblemResult(Problems.Unprocessable(pushed.Errors))
            : new RawJson(writer => RxdbWriter.Write(writer, pushed.Conflicts));
    }

    [Function(nameof(PullRxdb))]
    [Summary("RxDB's pull handler.")]
    [Query("id", "Of the last checkpoint.")]
    [Query("updatedAt", "Of the last checkpoint.")]
    [Query("batchSize", "How many at most.", Min = 1, Max = AdapterLimits.MaxPage)]
    [Query("limit", "The same by another name.", Min = 1, Max = AdapterLimits.MaxPage)]
    [Answer<RxdbPageShape>(200)]
    [Refuses(410)]
    public async Task<IResult> PullRxdb(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rxdb/{collection}/pull")] HttpRequest request,
        string collection,
        CancellationToken cancellationToken)
    {
        if (!kinds.TryFind(collection, out var kind))
            return new ProblemResult(Problems.NotFound);
        var limit = request.Int(request.Text("batchSize") is null ? "limit" : "batchSize", AdapterLimits.DefaultPage, 1, AdapterLimits.MaxPage);
        return await rxdb.PullAsync(user.Id, kind, RxdbCheckpoint.Read(request), limit, cancellationToken) is { } page
            ? new RawJson(writer => RxdbWriter.Write(writer, page))
            : new ProblemResult(Problems.ResyncNeeded);
    }

    /// <summary>Events <c>{documents, checkpoint}</c>. When the stream ends, the client's <c>onerror</c> resyncs and it comes back.</summary>
    [AllowQueryToken]
    [Function(nameof(StreamRxdb))]
    [CountedAs(RouteClass.Stream)]
    [Summary("RxDB's pull stream.")]
    [Header("Last-Event-ID")]
    [Query("lastEventId", "The header of that name, for who cannot send headers.")]
    [Events("{documents, checkpoint}")]
    public async Task<IResult> StreamRxdb(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/rxdb/{collection}/stream")] HttpRequest request,
        string collection,
        CancellationToken cancellationToken)
    {
        if (!kinds.TryFind(collection, out var kind))
            return new ProblemResult(Problems.NotFound);
        var start = await rxdb.StartAsync(user.Id, request.LastEventCursor(), cancellationToken);
        return streams.Open(
            user.Caller,
            start.ToString(),
            stopping => rxdb.ListenAsync(user.Id, kind, start, AdapterLimits.DefaultPage, stopping).Select(ToItem));
    }

    private static SseItem<ReadOnlyMemory<byte>> ToItem(RxdbPage page) =>
        new(RxdbWriter.Event(page)) { EventId = page.Cursor.Position.ToString() };
}
