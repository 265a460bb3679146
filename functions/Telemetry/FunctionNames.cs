using System.Reflection;
using FitServerless.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.Telemetry;

/// <summary>What a function is called in telemetry.</summary>
/// <param name="Route">The template, never a path that somebody sent; <c>null</c> where no HTTP request is the trigger.</param>
/// <param name="Trigger">As the semantic conventions have it: http, timer or other.</param>
internal sealed record FunctionNames(string Name, string? Route, string Trigger, bool IsOrchestrator)
{
    public static FunctionNames Of(string functionId, FunctionDefinition function)
    {
        var parameters = FunctionMethods.Of(function)?.GetParameters() ?? [];
        var http = parameters.Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .FirstOrDefault(trigger => trigger is not null);
        return new FunctionNames(
            function.Name,
            http is null ? null : "/" + (http.Route ?? function.Name),
            http is not null ? "http" : Has<TimerTriggerAttribute>() ? "timer" : "other",
            Has<OrchestrationTriggerAttribute>());

        bool Has<T>()
            where T : Attribute => parameters.Any(parameter => parameter.IsDefined(typeof(T)));
    }
}
