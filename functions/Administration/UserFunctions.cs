using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Administration;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Administration;

/// <summary>What admins see of accounts, and whom they shut out.</summary>
public sealed class UserFunctions(AccountDirectory directory, SuspensionService suspensions, CurrentUser user)
{
    private const int MaxBody = 4 * 1024;

    [Function(nameof(ListUsers))]
    [Summary("The accounts, in the order in which they were made; for admins.")]
    [Paged]
    [Query("email", "Only the account with this address.")]
    [Answer<IReadOnlyList<AccountSummary>>(200)]
    [Refuses(403)]
    public async Task<IResult> ListUsers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/admin/users")] HttpRequest request, CancellationToken cancellationToken)
    {
        var (limit, cursor) = (request.Int("limit", 100, 1, 1000), ListCursors.Decode(request.Text("cursor")));
        var outcome = request.Text("email") is { } email
            ? await directory.FindAsync(user.Caller, email, cancellationToken)
            : await directory.ListAsync(user.Caller, cursor, limit, cancellationToken);
        return outcome switch
        {
            DirectoryOutcome.Found { Page: var page } => new ListAnswer<AccountSummary>(
                page.Accounts, page.Next, (writer, account) => JsonSerializer.Serialize(writer, account, AdministrationJson.Default.AccountSummary)),
            DirectoryOutcome.NotAllowed => new ProblemResult(Problems.NotAdmin),
            DirectoryOutcome.NoAddress => new ProblemResult(Problems.Invalid("email", "Not an e-mail address.")),
            DirectoryOutcome.NoCursor => new ProblemResult(Problems.Invalid("cursor", "Not a cursor of ours.")),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    [Function(nameof(SuspendUser))]
    [Summary("Ends an account's sessions and lets nobody sign in to it; for admins.")]
    [Body<SuspensionRequest>]
    [Answer(204)]
    [Refuses(403, 409)]
    public async Task<IResult> SuspendUser(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/admin/users/{userId}/suspension")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AdministrationContracts.Default.SuspensionRequest, MaxBody, cancellationToken);
        return Answer(await suspensions.SuspendAsync(user.Caller, userId, body.Reason, cancellationToken));
    }

    [Function(nameof(RestoreUser))]
    [Summary("Lets the owner of an account sign in again; for admins.")]
    [Answer(204)]
    [Refuses(403)]
    public async Task<IResult> RestoreUser(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/admin/users/{userId}/suspension")] HttpRequest request,
        string userId,
        CancellationToken cancellationToken) => Answer(await suspensions.RestoreAsync(user.Caller, userId, cancellationToken));

    private static IResult Answer(SuspensionOutcome outcome) => outcome switch
    {
        SuspensionOutcome.Done => TypedResults.NoContent(),
        SuspensionOutcome.NotAllowed => new ProblemResult(Problems.NotAdmin),
        SuspensionOutcome.IsAdmin => new ProblemResult(Problems.IsAdmin),
        SuspensionOutcome.BadReason => new ProblemResult(
            Problems.Invalid("reason", $"At most {SuspensionService.MaxReason} characters, no controls.")),
        _ => new ProblemResult(Problems.NotFound),
    };
}
