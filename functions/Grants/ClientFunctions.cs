using FitServerless.Functions.Stats;
using FitServerless.Functions.Sync;
using FitServerless.Functions.Workouts;
using FitServerless.Grants;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Grants;

/// <summary>What the caller's clients have granted them: the client's own routes, on the client's data. Without a grant nothing is there.</summary>
public sealed class ClientFunctions(
    ClientAccess access, WorkoutRequests workouts, StatsRequests stats, DocumentRequests documents)
{
    [Function(nameof(ListClientWorkouts))]
    public Task<IResult> ListClientWorkouts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/workouts")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Workouts, () => workouts.ListAsync(userId, request, cancellationToken), cancellationToken);

    [Function(nameof(GetClientWorkout))]
    public Task<IResult> GetClientWorkout(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/workouts/{id}")] HttpRequest request,
        string userId,
        string id,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Workout, () => workouts.GetAsync(userId, id, request, cancellationToken), cancellationToken);

    [Function(nameof(GetClientStats))]
    public Task<IResult> GetClientStats(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/stats")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Statistics, () => stats.GetAsync(userId, request, cancellationToken), cancellationToken);

    [Function(nameof(ListClientDocuments))]
    public Task<IResult> ListClientDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/documents/{collection}")] HttpRequest request,
        string userId,
        string collection,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Documents, () => documents.ListAsync(userId, collection, request, cancellationToken), cancellationToken);

    [Function(nameof(GetClientDocument))]
    public Task<IResult> GetClientDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients/{userId}/documents/{collection}/{id}")] HttpRequest request,
        string userId,
        string collection,
        string id,
        CancellationToken cancellationToken) =>
        access.ReadAsync(userId, ClientData.Document, () => documents.GetAsync(userId, new DocumentKey(collection, id), request, cancellationToken), cancellationToken);

    [Function(nameof(PutClientDocument))]
    public Task<IResult> PutClientDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/clients/{userId}/documents/{collection}/{id}")] HttpRequest request,
        string userId,
        string collection,
        string id,
        CancellationToken cancellationToken) =>
        access.WriteAsync(userId, ClientData.Document, () => documents.PutAsync(userId, new DocumentKey(collection, id), request, cancellationToken), cancellationToken);
}
