using System.Collections.Concurrent;
using System.Reflection;
using FitServerless.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Functions.Http;

/// <summary>Every HTTP function is closed unless its method is marked <see cref="AllowAnonymousAttribute"/>.</summary>
internal sealed class AuthenticationMiddleware(AccessTokens tokens) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";

    private readonly ConcurrentDictionary<string, bool> _open = new();

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || _open.GetOrAdd(context.FunctionId, IsOpen, context.FunctionDefinition))
            return next(context);
        if (Authenticate(http.Request) is { } caller)
        {
            context.InstanceServices.GetRequiredService<CurrentUser>().Caller = caller;
            return next(context);
        }

        context.GetInvocationResult().Value = new ProblemResult(Problems.Unauthorized);
        return Task.CompletedTask;
    }

    private Caller? Authenticate(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header.Count == 1 && header[0] is { } value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && tokens.TryRead(value[Scheme.Length..].Trim(), out var caller)
                ? caller
                : null;
    }

    /// <summary>The entry point is the full name of class and method. One that is not found stays closed.</summary>
    private static bool IsOpen(string functionId, FunctionDefinition function)
    {
        var split = function.EntryPoint.LastIndexOf('.');
        var type = typeof(AuthenticationMiddleware).Assembly.GetType(function.EntryPoint[..split]);
        return type?.GetMethod(function.EntryPoint[(split + 1)..])?.GetCustomAttribute<AllowAnonymousAttribute>() is not null;
    }
}
