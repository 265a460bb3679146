using FitServerless.Functions.Http;
using FitServerless.Grants;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Grants;

/// <summary>Lets a trainer at a client's data where there is a grant. Where there is none, it is as if there were no such client.</summary>
public sealed class ClientAccess(GrantDirectory grants, CurrentUser user)
{
    /// <param name="what">For the client's audit trail.</param>
    public Task<IResult> ReadAsync(string clientId, string what, Func<Task<IResult>> read, CancellationToken cancellationToken) =>
        RunAsync(clientId, GrantScopes.Read, what, read, cancellationToken);

    public Task<IResult> WriteAsync(string clientId, string what, Func<Task<IResult>> write, CancellationToken cancellationToken) =>
        RunAsync(clientId, GrantScopes.Write, what, write, cancellationToken);

    private async Task<IResult> RunAsync(
        string clientId, string scope, string what, Func<Task<IResult>> work, CancellationToken cancellationToken) =>
        await grants.UseAsync(user.Caller, clientId, scope, what, cancellationToken) ? await work() : new ProblemResult(Problems.NotFound);
}
