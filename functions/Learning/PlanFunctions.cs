using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Functions.Sync;
using FitServerless.Learning;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Learning;

/// <summary>The caller's learning plans, and the sessions spent on them.</summary>
public sealed class PlanFunctions(PlanService plans, DocumentService documents, CurrentUser user)
{
    private const int MaxOffset = 10_000;

    /// <summary>Edited last first; <c>status</c> leaves out others.</summary>
    [Function(nameof(ListPlans))]
    [Summary("Learning plans, edited last first.")]
    [Paged]
    [Query("status", "Only with this status.")]
    [Answer<IReadOnlyList<LearningShape>>(200)]
    public async Task<IResult> ListPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans")] HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new ListQuery(
            LearningCollections.Plans,
            request.Int("limit", 100, 1, 1000),
            ListCursors.Decode(request.Text("cursor")),
            Tag: request.Text("status"));
        var page = (await documents.ListAsync(user.Id, query, cancellationToken))!;
        return new ListAnswer<SyncedDocument>(page.Items, page.NextCursor, LearningWriter.Write);
    }

    /// <summary>With its progress, chunks and recent sessions.</summary>
    [Function(nameof(GetPlan))]
    [Summary("A plan with its progress, chunks and recent sessions.")]
    [Answer<PlanShape>(200)]
    public Task<IResult> GetPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/plans/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        AnswerAsync(id, cancellationToken);

    /// <summary>The path that the edge design has for it.</summary>
    [Function(nameof(GetPlanAtRoot))]
    [Summary("The same as /api/plans/{id}.")]
    [Answer<PlanShape>(200)]
    public Task<IResult> GetPlanAtRoot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        AnswerAsync(id, cancellationToken);

    [Function(nameof(PutPlan))]
    [Summary("Makes a plan, or replaces it.")]
    [Header("If-Match")]
    [Body<FreeObject>]
    [Answer<ChangedView>(200)]
    [Refuses(409, 410, 412, 422)]
    public Task<IResult> PutPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/plans/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        documents.PutAsync(request, user.Id, new DocumentKey(LearningCollections.Plans, id), cancellationToken);

    /// <summary>Pages of 20, newest first; fewer are the last.</summary>
    [Function(nameof(ListSessions))]
    [Summary("Learning sessions, newest first, 20 a page.")]
    [Query("offset", "How many to leave out.", Max = 10_000)]
    [Query("plan", "Only of this plan.")]
    [Answer<IReadOnlyList<LearningShape>>(200)]
    public async Task<IResult> ListSessions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/sessions")] HttpRequest request, CancellationToken cancellationToken)
    {
        var offset = request.Int("offset", 0, 0, MaxOffset);
        var sessions = await plans.ListSessionsAsync(user.Id, request.Text("plan"), offset, PlanService.PageSize, cancellationToken);
        return new ListAnswer<SyncedDocument>(sessions, null, LearningWriter.Write);
    }

    /// <summary>The ETag is the plan's own and not of its sessions: it is for <c>If-Match</c>.</summary>
    private async Task<IResult> AnswerAsync(string id, CancellationToken cancellationToken) =>
        await plans.FindAsync(user.Id, id, cancellationToken) is { } view
            ? new Tagged(view.Plan.Version, new RawJson(writer => LearningWriter.Write(writer, view)))
            : new ProblemResult(Problems.NotFound);
}
