using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sync;

/// <summary>The caller's documents of any collection, one by one.</summary>
public sealed class DocumentFunctions(DocumentService documents, DocumentRequests requests, CurrentUser user)
{
    [Function(nameof(ListDocuments))]
    public Task<IResult> ListDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{collection}")] HttpRequest request,
        string collection,
        CancellationToken cancellationToken) => requests.ListAsync(user.Id, collection, request, cancellationToken);

    [Function(nameof(GetDocument))]
    public Task<IResult> GetDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{collection}/{id}")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken) => requests.GetAsync(user.Id, new DocumentKey(collection, id), request, cancellationToken);

    [Function(nameof(PutDocument))]
    public Task<IResult> PutDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/documents/{collection}/{id}")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken) => requests.PutAsync(user.Id, new DocumentKey(collection, id), request, cancellationToken);

    [Function(nameof(DeleteDocument))]
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
