using FitServerless.Functions.Http;
using FitServerless.Grants;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Grants;

/// <summary>Lets a trainer at a client's data where there is a grant. Where there is none, it is as if there were no such client.</summary>
public sealed class ClientAccess(GrantDirectory grants, CurrentUser user)
{
    public Task<IResult> ReadAsync(string clientId, ClientData data, Func<Task<IResult>> read, CancellationToken cancellationToken) =>
        RunAsync(clientId, GrantScopes.Read, data, read, cancellationToken);

    public Task<IResult> WriteAsync(string clientId, ClientData data, Func<Task<IResult>> write, CancellationToken cancellationToken) =>
        RunAsync(clientId, GrantScopes.Write, data, write, cancellationToken);

    private async Task<IResult> RunAsync(
        string clientId, string scope, ClientData data, Func<Task<IResult>> work, CancellationToken cancellationToken) =>
        await grants.UseAsync(user.Caller, clientId, scope, data, cancellationToken) ? await work() : new ProblemResult(Problems.NotFound);
}
