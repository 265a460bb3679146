using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Functions.Sync;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Learning;

/// <summary>What plans and cards have in common over HTTP.</summary>
internal static class LearningDocuments
{
    public static async Task<IResult> GetAsync(
        this DocumentService documents, HttpRequest request, string userId, DocumentKey key, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(userId, key, cancellationToken) is not { } found)
            return new ProblemResult(Problems.NotFound);
        return new Tagged(found.Version, request.IfNoneMatch() == found.Version
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : new RawJson(writer => LearningWriter.Write(writer, found)));
    }

    /// <summary>Makes the document if there is none: clients mint its id.</summary>
    public static async Task<IResult> PutAsync(
        this DocumentService documents, HttpRequest request, string userId, DocumentKey key, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(SyncJson.Default.FreeObject, SyncLimits.Body, cancellationToken);
        if (body.Json.ValueKind != JsonValueKind.Object)
            return new ProblemResult(Problems.Malformed("The body is not an object."));
        var data = JsonSerializer.SerializeToElement(
            body.Json.EnumerateObject().Where(member => !LearningWriter.ServersOwn.Contains(member.Name))
                .ToDictionary(member => member.Name, member => member.Value),
            LearningBodies.Default.DictionaryStringJsonElement);
        return DocumentAnswers.Of(key.Id, await documents.PutAsync(userId, key, data, request.IfMatch(), cancellationToken));
    }
}
