using FitServerless.Accounts;
using FitServerless.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Functions.Privacy;

/// <summary>
/// Refuses the access tokens of who has just deleted their account; all they may do is to ask for it again, when the answer was lost.
/// </summary>
internal sealed class ErasedCallerMiddleware(RefusedCallers refused) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is null || context.FunctionDefinition.Name == nameof(PrivacyFunctions.DeleteAccount))
            return next(context);
        var user = context.InstanceServices.GetRequiredService<CurrentUser>();
        if (!user.IsKnown || !refused.Contains(user.Id))
            return next(context);
        context.GetInvocationResult().Value = new ProblemResult(Problems.Unauthorized);
        return Task.CompletedTask;
    }
}
