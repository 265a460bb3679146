using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sync;

/// <summary>The caller's documents of any collection, one by one.</summary>
public sealed class DocumentFunctions(DocumentService documents, DocumentRequests requests, CurrentUser user)
{
    [Function(nameof(ListDocuments))]
    [Summary("Documents of a collection, newest first.")]
    [Paged]
    [Query("from", "From this time on.", Format = "date-time")]
    [Query("to", "Up to this time.", Format = "date-time")]
    [Query("tag", "Only with this tag.")]
    [Answer<IReadOnlyList<DocumentShape>>(200)]
    public Task<IResult> ListDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{collection}")] HttpRequest request,
        string collection,
        CancellationToken cancellationToken) => requests.ListAsync(user.Id, collection, request, cancellationToken);

    [Function(nameof(GetDocument))]
    [Summary("A document.")]
    [Header("If-None-Match")]
    [Answer<DocumentShape>(200)]
    public Task<IResult> GetDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{collection}/{id}")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken) => requests.GetAsync(user.Id, new DocumentKey(collection, id), request, cancellationToken);

    [Function(nameof(PutDocument))]
    [Summary("Makes a document, or replaces it.")]
    [Header("If-Match")]
    [Body<FreeObject>]
    [Answer<ChangedView>(200)]
    [Refuses(409, 410, 412, 422)]
    public Task<IResult> PutDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/documents/{collection}/{id}")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken) => requests.PutAsync(user.Id, new DocumentKey(collection, id), request, cancellationToken);

    [Function(nameof(DeleteDocument))]
    [Summary("Deletes a document.")]
    [Header("If-Match")]
    [Answer(204)]
    [Refuses(409, 412)]
    public async Task<IResult> DeleteDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/documents/{collection}/{id}")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken)
    {
        var result = await documents.DeleteAsync(user.Id, new DocumentKey(collection, id), request.IfMatch(), cancellationToken);
        return result.Status == ChangeStatus.Rejected ? new ProblemResult(Problems.From(result)) : TypedResults.NoContent();
    }
}
