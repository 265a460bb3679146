using FitServerless.Accounts;
using FitServerless.Functions.Http;
using FitServerless.Functions.Privacy;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Functions.Accounts;

/// <summary>
/// Refuses the access tokens of who has just deleted their account, or was suspended; all they may do is to ask for the deletion, again when the
/// answer was lost.
/// </summary>
internal sealed class RefusedCallerMiddleware(RefusedCallers refused) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is null || context.FunctionDefinition.Name == nameof(PrivacyFunctions.DeleteAccount))
            return next(context);
        var user = context.InstanceServices.GetRequiredService<CurrentUser>();
        if (!user.IsKnown || !refused.Contains(user.Caller))
            return next(context);
        context.GetInvocationResult().Value = new ProblemResult(Problems.Unauthorized);
        return Task.CompletedTask;
    }
}
