using FitServerless.Accounts.SecondFactors;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Accounts;

/// <summary>The caller's second factor.</summary>
public sealed class SecondFactorFunctions(SecondFactorService secondFactors, CurrentUser user)
{
    [Function(nameof(EnrollSecondFactor))]
    [Summary("A new secret for a second factor, not yet on.")]
    [Answer<Enrollment>(200)]
    [Refuses(409)]
    public async Task<IResult> EnrollSecondFactor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/2fa/enroll")] HttpRequest request, CancellationToken cancellationToken) =>
        Answer(await secondFactors.EnrollAsync(user.Caller, cancellationToken));

    [Function(nameof(ConfirmSecondFactor))]
    [Summary("Turns the second factor on; answers with recovery codes, once.")]
    [Body<CodeRequest>]
    [Answer<RecoveryCodesView>(200)]
    [Refuses(403, 409, 429)]
    public async Task<IResult> ConfirmSecondFactor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/2fa/confirm")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.CodeRequest, AccountLimits.Body, cancellationToken);
        return Answer(await secondFactors.ConfirmAsync(user.Caller, body.Code ?? "", cancellationToken));
    }

    [Function(nameof(DisableSecondFactor))]
    [Summary("Turns the second factor off.")]
    [Body<CodeRequest>]
    [Answer(204)]
    [Refuses(403, 409, 429)]
    public async Task<IResult> DisableSecondFactor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "auth/2fa/disable")] HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await request.ReadAsync(AccountContracts.Default.CodeRequest, AccountLimits.Body, cancellationToken);
        return Answer(await secondFactors.DisableAsync(user.Caller, body.Code, body.Password, cancellationToken));
    }

    private static IResult Answer(SecondFactorOutcome outcome) => outcome switch
    {
        SecondFactorOutcome.Enrolled { Enrollment: var enrollment } =>
            AccountAnswers.Secret(enrollment, AccountContracts.Default.Enrollment),
        SecondFactorOutcome.Confirmed { RecoveryCodes: var codes } =>
            AccountAnswers.Secret(new RecoveryCodesView(codes), AccountContracts.Default.RecoveryCodesView),
        SecondFactorOutcome.Disabled => TypedResults.NoContent(),
        SecondFactorOutcome.SignedOut => new ProblemResult(Problems.Unauthorized),
        SecondFactorOutcome.AlreadyOn => new ProblemResult(Problems.SecondFactorOn),
        SecondFactorOutcome.NotEnrolled => new ProblemResult(Problems.NoSecondFactor),
        SecondFactorOutcome.WrongProof => new ProblemResult(Problems.WrongProof),
        SecondFactorOutcome.TooSoon { Wait: var wait } => new ProblemResult(Problems.TooManyTries(wait)),
        _ => throw new InvalidOperationException("Unknown outcome."),
    };
}
