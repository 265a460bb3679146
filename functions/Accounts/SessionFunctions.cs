using FitServerless.Accounts;
using FitServerless.Accounts.Sessions;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Accounts;

/// <summary>The caller's sessions, and the password that opens new ones.</summary>
public sealed class SessionFunctions(SessionService sessions, PasswordService passwords, CurrentUser user)
{
    [Function(nameof(ListSignIns))]
    [Summary("Where the account is signed in.")]
    [Answer<IReadOnlyList<SessionView>>(200)]
    public async Task<IResult> ListSignIns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/sessions")] HttpRequest request, CancellationToken cancellationToken)
    {
        var list = await sessions.ListAsync(user.Caller, cancellationToken);
        return TypedResults.Json([.. list.Select(SessionView.Of)], AccountContracts.Default.IReadOnlyListSessionView);
    }

    [Function(nameof(EndSignIn))]
    [Summary("Ends one session.")]
    [Answer(204)]
    public async Task<IResult> EndSignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "auth/sessions/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken) =>
        await sessions.EndAsync(user.Caller, id, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.NotFound);

    [Function(nameof(EndOtherSignIns))]
    [Summary("Ends all sessions but this one.")]
    [Answer(204)]
    public async Task<IResult> EndOtherSignIns(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "auth/sessions")] HttpRequest request, CancellationToken cancellationToken) =>
        await sessions.EndOthersAsync(user.Caller, cancellationToken) ? TypedResults.NoContent() : new ProblemResult(Problems.Unauthorized);

    [Function(nameof(ChangePassword))]
    [Summary("Changes the password; all other sessions end.")]
    [Body<PasswordRequest>]
    [Answer(204)]
    [Refuses(403, 429)]
    public async Task<IResult> ChangePassword(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/password")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.PasswordRequest, AccountLimits.Body, cancellationToken);
        return await passwords.ChangeAsync(user.Caller, body.Current, body.New, cancellationToken) switch
        {
            PasswordOutcome.Changed => TypedResults.NoContent(),
            PasswordOutcome.SignedOut => new ProblemResult(Problems.Unauthorized),
            PasswordOutcome.WrongPassword => new ProblemResult(Problems.WrongProof),
            PasswordOutcome.TooSoon { Wait: var wait } => new ProblemResult(Problems.TooManyTries(wait)),
            PasswordOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }
}
