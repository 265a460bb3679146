using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Sync;

/// <summary>Reading and putting somebody's documents, whoever asks for it and may.</summary>
public sealed class DocumentRequests(DocumentService documents)
{
    public async Task<IResult> ListAsync(string userId, string collection, HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new ListQuery(
            collection,
            request.Int("limit", 100, 1, 1000),
            ListCursors.Decode(request.Text("cursor")),
            request.Time("from"),
            request.Time("to"),
            request.Text("tag"));
        return await documents.ListAsync(userId, query, cancellationToken) is { } page
            ? new ListAnswer<SyncedDocument>(page.Items, page.NextCursor, SyncWriter.Write)
            : new ProblemResult(Problems.NotFound);
    }

    public async Task<IResult> GetAsync(string userId, DocumentKey key, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(userId, key, cancellationToken) is not { } found)
            return new ProblemResult(Problems.NotFound);
        return new Tagged(found.Version, request.IfNoneMatch() == found.Version
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new RawJson(writer => SyncWriter.Write(writer, found)));
    }

    public async Task<IResult> PutAsync(string userId, DocumentKey key, HttpRequest request, CancellationToken cancellationToken)
    {
        var data = await request.ReadAsync(SyncJson.Default.FreeObject, SyncLimits.Body, cancellationToken);
        return DocumentAnswers.Of(key.Id, await documents.PutAsync(userId, key, data.Json, request.IfMatch(), cancellationToken));
    }
}
