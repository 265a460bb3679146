using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sync;

/// <summary>The caller's documents of any collection, one by one.</summary>
public sealed class DocumentFunctions(DocumentService documents, CurrentUser user)
{
    [Function(nameof(ListDocuments))]
    public async Task<IResult> ListDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{collection}")] HttpRequest request,
        string collection,
        CancellationToken cancellationToken)
    {
        var query = new ListQuery(
            collection,
            request.Int("limit", 100, 1, 1000),
            ListCursors.Decode(request.Text("cursor")),
            request.Time("from"),
            request.Time("to"),
            request.Text("tag"));
        return await documents.ListAsync(user.Id, query, cancellationToken) is { } page
            ? new ListAnswer<SyncedDocument>(page.Items, page.NextCursor, SyncWriter.Write)
            : new ProblemResult(Problems.NotFound);
    }

    [Function(nameof(GetDocument))]
    public async Task<IResult> GetDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{collection}/{id}")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(user.Id, new DocumentKey(collection, id), cancellationToken) is not { } found)
            return new ProblemResult(Problems.NotFound);
        return new Tagged(found.Version, request.IfNoneMatch() == found.Version
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new RawJson(writer => SyncWriter.Write(writer, found)));
    }

    [Function(nameof(PutDocument))]
    public async Task<IResult> PutDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/documents/{collection}/{id}")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken)
    {
        var data = await request.ReadAsync(SyncJson.Default.FreeObject, SyncLimits.Body, cancellationToken);
        var result = await documents.PutAsync(user.Id, new DocumentKey(collection, id), data.Json, request.IfMatch(), cancellationToken);
        return DocumentAnswers.Of(id, result);
    }

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
