using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Functions.Sync;
using FitServerless.Functions.Workouts;
using FitServerless.Sharing;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sharing;

/// <summary>What others share with the caller: the owner's own routes, on one thing. Without a share nothing is there.</summary>
public sealed class SharedFunctions(SharedItems items, WorkoutRequests workouts, DocumentRequests documents, CurrentUser user)
{
    [Function(nameof(GetShared))]
    [Summary("The workout or plan of a share.")]
    [Query("measurements", "Of a workout, how; rows unless said.", Values = ["rows", "columns", "none"])]
    [Header("If-None-Match")]
    [Answer<WorkoutShape>(200, "The workout, or the plan as a document")]
    [Answer<DocumentShape>(200)]
    [Refuses(409)]
    public async Task<IResult> GetShared(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/shared/{shareId}")] HttpRequest request,
        string shareId,
        CancellationToken cancellationToken) => await items.OpenAsync(user.Caller, shareId, cancellationToken) switch
        {
            SharedRead.Open { Share: { Item.Collection: DocumentKinds.Workouts } share } =>
                await workouts.GetAsync(share.OwnerId, share.Item.Id, request, cancellationToken),
            SharedRead.Open { Share: var share } => await documents.GetAsync(share.OwnerId, share.Item, request, cancellationToken),
            SharedRead.Encrypted => new ProblemResult(Problems.Encrypted),
            _ => new ProblemResult(Problems.NotFound),
        };

    [Function(nameof(PutShared))]
    [Summary("Edits the plan of a share to edit.")]
    [Header("If-Match")]
    [Body<FreeObject>]
    [Answer<ChangedView>(200)]
    [Refuses(409, 410, 412, 422)]
    public async Task<IResult> PutShared(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/shared/{shareId}")] HttpRequest request,
        string shareId,
        CancellationToken cancellationToken)
    {
        var data = await request.ReadAsync(SyncJson.Default.FreeObject, SyncLimits.Body, cancellationToken);
        return await items.PutAsync(user.Caller, shareId, data.Json, request.IfMatch(), cancellationToken) switch
        {
            SharedEdit.Done done => DocumentAnswers.Of(done.ItemId, done.Result),
            SharedEdit.Encrypted => new ProblemResult(Problems.Encrypted),
            _ => new ProblemResult(Problems.NotFound),
        };
    }
}
