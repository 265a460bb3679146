using FitServerless.Functions.OpenApi;
using FitServerless.Functions.Stats;
using FitServerless.Functions.Sync;
using FitServerless.Functions.Workouts;
using FitServerless.Grants;
using FitServerless.Stats;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Grants;

/// <summary>What the caller's clients have granted them: the client's own routes, on the client's data. Without a grant nothing is there.</summary>
public sealed class ClientFunctions(
    ClientAccess access, WorkoutRequests workouts, StatsRequests stats, DocumentRequests documents)
{
    [Function(nameof(ListClientWorkouts))]
    [Summary("A client's workouts, by a grant to read.")]
    [Paged]
    [Query("from", "From this time on.", Format = "date-time")]
    [Query("to", "Up to this time.", Format = "date-time")]
    [Query("sport", "Only of this sport.")]
    [Answer<IReadOnlyList<WorkoutShape>>(200, "Without measurements, newest first")]
    public Task<IResult> ListClientWorkouts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/workouts")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Workouts, () => workouts.ListAsync(userId, request, cancellationToken), cancellationToken);

    [Function(nameof(GetClientWorkout))]
    [Summary("A client's workout, by a grant to read.")]
    [Query("measurements", "How; rows unless said.", Values = ["rows", "columns", "none"])]
    [Header("If-None-Match")]
    [Answer<WorkoutShape>(200)]
    public Task<IResult> GetClientWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/workouts/{id}")] HttpRequest request,
        string userId,
        string id,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Workout, () => workouts.GetAsync(userId, id, request, cancellationToken), cancellationToken);

    [Function(nameof(GetClientStats))]
    [Summary("A client's statistics, by a grant to read.")]
    [Query("from", "The first day.", Format = "date")]
    [Query("to", "The last day.", Format = "date")]
    [Header("If-None-Match")]
    [Answer<TrainingStats>(200)]
    public Task<IResult> GetClientStats(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/stats")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Statistics, () => stats.GetAsync(userId, request, cancellationToken), cancellationToken);

    [Function(nameof(ListClientDocuments))]
    [Summary("A client's documents, by a grant to read.")]
    [Paged]
    [Query("from", "From this time on.", Format = "date-time")]
    [Query("to", "Up to this time.", Format = "date-time")]
    [Query("tag", "Only with this tag.")]
    [Answer<IReadOnlyList<DocumentShape>>(200, "Newest first")]
    public Task<IResult> ListClientDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/documents/{collection}")] HttpRequest request,
        string userId,
        string collection,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Documents, () => documents.ListAsync(userId, collection, request, cancellationToken), cancellationToken);

    [Function(nameof(GetClientDocument))]
    [Summary("A client's document, by a grant to read.")]
    [Header("If-None-Match")]
    [Answer<DocumentShape>(200)]
    public Task<IResult> GetClientDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/documents/{collection}/{id}")] HttpRequest request,
        string userId,
        string collection,
        string id,
        CancellationToken cancellationToken) =>
        access.ReadAsync(
            userId,
            ClientData.Document,
            () => documents.GetAsync(userId, new DocumentKey(collection, id), request, cancellationToken),
            cancellationToken);

    [Function(nameof(PutClientDocument))]
    [Summary("Puts a client's document, by a grant to write.")]
    [Header("If-Match")]
    [Body<FreeObject>]
    [Answer<ChangedView>(200)]
    [Refuses(409, 410, 412, 422)]
    public Task<IResult> PutClientDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/clients/{userId}/documents/{collection}/{id}")] HttpRequest request,
        string userId,
        string collection,
        string id,
        CancellationToken cancellationToken) =>
        access.WriteAsync(
            userId,
            ClientData.Document,
            () => documents.PutAsync(userId, new DocumentKey(collection, id), request, cancellationToken),
            cancellationToken);
}
