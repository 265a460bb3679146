using System.Collections.Concurrent;
using System.Reflection;
using FitServerless.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace FitServerless.Functions.Http;

/// <summary>Every HTTP function is closed unless its method is marked <see cref="AllowAnonymousAttribute"/>.</summary>
internal sealed class AuthenticationMiddleware(AccessTokens tokens, IOptions<HttpOptions> options) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, FunctionAccess> _access = new();

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
            return next(context);
        var access = _access.GetOrAdd(context.FunctionId, AccessTo, context.FunctionDefinition);
        if (access == FunctionAccess.Open)
            return next(context);
        if (Authenticate(http.Request, access) is { } caller)
        {
            context.InstanceServices.GetRequiredService<CurrentUser>().Caller = caller;
            return next(context);
        }

        context.GetInvocationResult().Value = new ProblemResult(Problems.Unauthorized);
        return Task.CompletedTask;
    }

    private Caller? Authenticate(HttpRequest request, FunctionAccess access)
    {
        var token = HeaderToken(request.Headers.Authorization);
        // RFC 6750, 2: not by two methods at once.
        if (access == FunctionAccess.HeaderOrQueryToken && request.Query["access_token"] is { Count: > 0 } query)
            token = token is null && query.Count == 1 ? query[0] : null;
        return token is not null && tokens.TryRead(token, out var caller)
            ? caller with { Address = RequestSource.Of(request, options.Value.ProxyHops) }
            : null;
    }

    private static string? HeaderToken(StringValues header) =>
        header is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;

    /// <summary>A function whose method is not found stays closed.</summary>
    private static FunctionAccess AccessTo(string functionId, FunctionDefinition function)
    {
        var method = FunctionMethods.Of(function);
        if (method?.GetCustomAttribute<AllowAnonymousAttribute>() is not null)
            return FunctionAccess.Open;
        return method?.GetCustomAttribute<AllowQueryTokenAttribute>() is null
            ? FunctionAccess.HeaderToken
            : FunctionAccess.HeaderOrQueryToken;
    }
}
