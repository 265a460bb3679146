using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Grants;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Grants;

/// <summary>What the caller allows others, and what others allow the caller.</summary>
public sealed class GrantFunctions(GrantService grants, CurrentUser user)
{
    private const int MaxBody = 16 * 1024;

    [Function(nameof(GiveGrant))]
    [Summary("Lets a trainer read, or write too.")]
    [Body<GrantRequest>]
    [Answer<GrantView>(201)]
    [Refuses(409)]
    public async Task<IResult> GiveGrant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/grants")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(GrantContracts.Default.GrantRequest, MaxBody, cancellationToken);
        return await grants.GiveAsync(user.Caller, body, cancellationToken) switch
        {
            GrantOutcome.Given { Grant: var grant } => TypedResults.Json(
                GrantView.Of(grant), GrantContracts.Default.GrantView, statusCode: StatusCodes.Status201Created),
            GrantOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            GrantOutcome.TooMany => new ProblemResult(Problems.TooManyGrants),
            GrantOutcome.SignedOut => new ProblemResult(Problems.Unauthorized),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(ListGrants))]
    [Summary("Whom the caller lets at their data.")]
    [Answer<IReadOnlyList<GrantView>>(200)]
    public async Task<IResult> ListGrants(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/grants")] HttpRequest request, CancellationToken cancellationToken)
    {
        var given = await grants.ListGivenAsync(user.Id, cancellationToken);
        return TypedResults.Json([.. given.Select(GrantView.Of)], GrantContracts.Default.IReadOnlyListGrantView);
    }

    [Function(nameof(RevokeGrant))]
    [Summary("Takes a grant back.")]
    [Answer(204)]
    public async Task<IResult> RevokeGrant(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/grants/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await grants.RevokeAsync(user.Caller, id, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);

    [Function(nameof(ListClients))]
    [Summary("Who lets the caller at their data, by their ids.")]
    [Paged]
    [Answer<IReadOnlyList<Client>>(200)]
    public async Task<IResult> ListClients(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/clients")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (request.Int("limit", 100, 1, 1000), ListCursors.Decode(request.Text("cursor")));
        var page = await grants.ListClientsAsync(user.Caller, cursor, limit, cancellationToken);
        if (page.NextCursor is { } next)
            request.HttpContext.LinkNext("cursor", ListCursors.Encode(next));
        return TypedResults.Json(page.Items, GrantContracts.Default.IReadOnlyListClient);
    }

    [Function(nameof(LeaveClient))]
    [Summary("Gives a grant back.")]
    [Answer(204)]
    public async Task<IResult> LeaveClient(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/clients/{userId}")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken) =>
        await grants.LeaveAsync(user.Caller, userId, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);
}
