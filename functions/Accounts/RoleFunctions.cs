using FitServerless.Accounts;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Accounts;

/// <summary>What admins make of others: trainers, and admins.</summary>
public sealed class RoleFunctions(RoleService roles, CurrentUser user)
{
    [Function(nameof(GiveRole))]
    [Summary("Makes an account a trainer or an admin; for admins.")]
    [Answer(204)]
    [Refuses(403)]
    public Task<IResult> GiveRole(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/accounts/{userId}/roles/{role}")] HttpRequest request,
        string userId,
        string role,
        CancellationToken cancellationToken) => SetAsync(userId, role, isGiven: true, cancellationToken);

    [Function(nameof(TakeRole))]
    [Summary("Takes a role from an account; for admins.")]
    [Answer(204)]
    [Refuses(403)]
    public Task<IResult> TakeRole(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/accounts/{userId}/roles/{role}")] HttpRequest request,
        string userId,
        string role,
        CancellationToken cancellationToken) => SetAsync(userId, role, isGiven: false, cancellationToken);

    private async Task<IResult> SetAsync(string userId, string role, bool isGiven, CancellationToken cancellationToken) =>
        await roles.SetAsync(user.Caller, userId, role, isGiven, cancellationToken) switch
        {
            RoleOutcome.Changed => TypedResults.NoContent(),
            RoleOutcome.NotAllowed => new ProblemResult(Problems.Forbidden("Only admins give and take roles.")),
            _ => new ProblemResult(Problems.NotFound),
        };
}
