using System.Collections.Concurrent;
using System.Reflection;
using FitServerless.Accounts;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FitServerless.Functions.Http;

/// <summary>
/// Refuses requests past the limits, and tells all others where they stand. It comes after authentication: a request without a good token is
/// refused there, for less than it would cost to count it.
/// </summary>
internal sealed class RateLimitMiddleware(RateLimiter limiter, SourceKeys sources, IOptions<HttpOptions> options) : IFunctionsWorkerMiddleware
{
    private readonly ConcurrentDictionary<string, RouteClass> _classes = new();

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var routes = _classes.GetOrAdd(context.FunctionId, ClassOf, context.FunctionDefinition);
        var user = context.InstanceServices.GetRequiredService<CurrentUser>();
        var address = user.IsKnown ? user.Caller.Address : RequestSource.Of(http.Request, options.Value.ProxyHops);
        var verdict = await limiter.EnterAsync(routes, sources.Of(address), user.IsKnown ? user.Id : null, http.RequestAborted);
        QuotaHeaders.Add(http.Response.Headers, verdict.Standings);
        if (verdict.IsAllowed)
            await next(context);
        else
            context.GetInvocationResult().Value = new ProblemResult(Problems.TooManyRequests(verdict.RetryAfterSeconds));
    }

    internal static RouteClass ClassOf(string functionId, FunctionDefinition function) => ClassOf(FunctionMethods.Of(function));

    internal static RouteClass ClassOf(MethodInfo? method) =>
        method?.GetCustomAttribute<CountedAsAttribute>()?.Routes
        ?? (method?.GetCustomAttribute<AllowAnonymousAttribute>() is null ? RouteClass.User : RouteClass.Open);
}
