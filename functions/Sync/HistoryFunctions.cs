using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Sync;

/// <summary>Older versions of documents: those that were overwritten, and those that lost a conflict.</summary>
public sealed class HistoryFunctions(DocumentService documents, CurrentUser user)
{
    [Function(nameof(GetDocumentHistory))]
    [Summary("Versions of a document that were overwritten or lost a conflict.")]
    [Answer<IReadOnlyList<DocumentVersionShape>>(200)]
    public Task<IResult> GetDocumentHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/documents/{collection}/{id}/history")] HttpRequest request,
        string collection,
        string id,
        CancellationToken cancellationToken) => ReadAsync(new DocumentKey(collection, id), cancellationToken);

    [Function(nameof(GetWorkoutHistory))]
    [Summary("Versions of a workout that were overwritten or lost a conflict.")]
    [Answer<IReadOnlyList<DocumentVersionShape>>(200)]
    public Task<IResult> GetWorkoutHistory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/workouts/{id}/history")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) => ReadAsync(new DocumentKey(DocumentKinds.Workouts, id), cancellationToken);

    [Function(nameof(RestoreDocument))]
    [Summary("Makes a version of a document the newest.")]
    [Answer<ChangedView>(200)]
    [Refuses(409, 410, 422)]
    public Task<IResult> RestoreDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/documents/{collection}/{id}/history/{version:int}/restore")]
        HttpRequest request,
        string collection,
        string id,
        int version,
        CancellationToken cancellationToken) => RestoreAsync(new DocumentKey(collection, id), version, cancellationToken);

    [Function(nameof(RestoreWorkout))]
    [Summary("Makes a version of a workout the newest.")]
    [Answer<ChangedView>(200)]
    [Refuses(409, 410, 422)]
    public Task<IResult> RestoreWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/workouts/{id}/history/{version:int}/restore")] HttpRequest request,
        string id,
        int version,
        CancellationToken cancellationToken) => RestoreAsync(new DocumentKey(DocumentKinds.Workouts, id), version, cancellationToken);

    private async Task<IResult> ReadAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await documents.ReadHistoryAsync(user.Id, key, cancellationToken) is { } versions
            ? new ListAnswer<DocumentVersion>(versions, null, Write)
            : new ProblemResult(Problems.NotFound);

    private async Task<IResult> RestoreAsync(DocumentKey key, int version, CancellationToken cancellationToken) =>
        DocumentAnswers.Of(key.Id, await documents.RestoreAsync(user.Id, key, version, cancellationToken));

    private static void Write(Utf8JsonWriter writer, DocumentVersion version)
    {
        writer.WriteStartObject();
        SyncWriter.WriteMembers(writer, version.Document);
        writer.WriteString("fate"u8, version.Fate switch
        {
            VersionFate.Current => "current"u8,
            VersionFate.Lost => "lost"u8,
            _ => "overwritten"u8,
        });
        writer.WriteEndObject();
    }
}
