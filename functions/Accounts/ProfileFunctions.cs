using System.Text.Json;
using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FitServerless.Functions.Accounts;

/// <summary>One's own account.</summary>
public sealed class ProfileFunctions(AccountService accounts, ProfileService profiles, CurrentUser user)
{
    private const int MaxBody = 16 * 1024;

    [Function(nameof(GetMe))]
    [Summary("The account, with its settings.")]
    [Answer<AccountView>(200)]
    public async Task<IResult> GetMe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "auth/me")] HttpRequest request, CancellationToken cancellationToken) =>
        await accounts.FindAsync(user.Id, cancellationToken) is { } account ? Tagged(account) : new ProblemResult(Problems.Unauthorized);

    [Function(nameof(UpdateMe))]
    [Summary("Changes the members it names, and the client's own settings, as RFC 7396 has it.")]
    [Header("If-Match")]
    [Body<ProfilePatch>]
    [Answer<AccountView>(200)]
    [Refuses(412, 422)]
    public async Task<IResult> UpdateMe(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = "auth/me")] HttpRequest request, CancellationToken cancellationToken)
    {
        var patch = await request.ReadAsync(AccountContracts.Default.ProfilePatch, MaxBody, cancellationToken);
        return await profiles.UpdateAsync(user.Id, patch, request.ExpectedTag(), cancellationToken) switch
        {
            ProfileOutcome.Updated { Account: var account } => Tagged(account),
            ProfileOutcome.Changed { Current: var current } => new ProblemResult(Problems.PreconditionFailed(
                new StoredJson(JsonSerializer.SerializeToUtf8Bytes(AccountView.Of(current), AccountContracts.Default.AccountView)))),
            ProfileOutcome.Invalid { Errors: var errors } => new ProblemResult(Problems.Invalid(errors)),
            ProfileOutcome.Gone => new ProblemResult(Problems.Unauthorized),
            _ => throw new InvalidOperationException("Unknown outcome."),
        };
    }

    private static Tagged Tagged(Account account) => new(
        new EntityTagHeaderValue($"\"{ProfileService.TagOf(account)}\""),
        TypedResults.Json(AccountView.Of(account), AccountContracts.Default.AccountView));
}
