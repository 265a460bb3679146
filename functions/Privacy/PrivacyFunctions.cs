using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Privacy;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FitServerless.Functions.Privacy;

/// <summary>What people may know of their account, and its end.</summary>
public sealed class PrivacyFunctions(AccountErasure erasure, ErasureRuns runs, AuditLog audit, CurrentUser user)
{
    private const int MaxBody = 16 * 1024;

    /// <summary>From the answer on nobody signs in any more; what is stored goes by and by.</summary>
    [Function(nameof(DeleteAccount))]
    [Summary("Deletes the account and all that is stored of it.")]
    [Body<DeletionRequest>]
    [Answer(202)]
    [Refuses(403, 429)]
    public async Task<IResult> DeleteAccount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/account")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(PrivacyContracts.Default.DeletionRequest, MaxBody, cancellationToken);
        switch (await erasure.RequestAsync(user.Caller, body.Password, body.Code, cancellationToken))
        {
            case ErasureOutcome.Accepted { JobId: var jobId }:
                await runs.StartAsync(durable, jobId, cancellationToken);
                return TypedResults.StatusCode(StatusCodes.Status202Accepted);
            case ErasureOutcome.ProofNeeded:
                return new ProblemResult(Problems.ProofNeeded);
            case ErasureOutcome.TooSoon { Wait: var wait }:
                return new ProblemResult(Problems.TooManyTries(wait));
            case ErasureOutcome.WrongProof:
                await audit.CountAsync(user.Id, AuditActions.DeletionRefused, user.Caller.Origin, cancellationToken);
                return new ProblemResult(Problems.WrongProof);
            default:
                return new ProblemResult(Problems.Unauthorized);
        }
    }

    [Function(nameof(ListAudit))]
    [Summary("What happened to the account, newest first.")]
    [Paged]
    [Answer<IReadOnlyList<AuditEntry>>(200)]
    public async Task<IResult> ListAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/account/audit")] HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = request.Int("limit", 100, 1, 1000);
        var page = await audit.ListAsync(user.Id, ListCursors.Decode(request.Text("cursor")), limit, cancellationToken);
        return new ListAnswer<AuditEntry>(
            page.Entries, page.Next, (writer, entry) => JsonSerializer.Serialize(writer, entry, PrivacyContracts.Default.AuditEntry));
    }
}
