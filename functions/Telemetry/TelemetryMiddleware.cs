using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FitServerless.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace FitServerless.Functions.Telemetry;

/// <summary>A span and a measurement for each invocation. Not of orchestrators: they are run again and again to get where they were.</summary>
internal sealed class TelemetryMiddleware(TimeProvider clock) : IFunctionsWorkerMiddleware
{
    private static readonly Histogram<double> Durations = AppTelemetry.Meter.CreateHistogram(
        "faas.invoke_duration", "s", "Invocations that no HTTP request made.", tags: null, AppTelemetry.Durations);

    private readonly ConcurrentDictionary<string, FunctionNames> _names = new();

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = _names.GetOrAdd(context.FunctionId, FunctionNames.Of, context.FunctionDefinition);
        if (context.GetHttpContext() is { } http)
        {
            if (HttpCall.IsObserved)
                new HttpCall(function, http, clock).Start();
            return next(context);
        }

        return function.IsOrchestrator ? next(context) : InvokeAsync(function, context, next);
    }

    private async Task InvokeAsync(FunctionNames function, FunctionContext context, FunctionExecutionDelegate next)
    {
        using var span = AppTelemetry.Source.StartActivity(function.Name);
        span?.SetTag("faas.name", function.Name).SetTag("faas.trigger", function.Trigger);
        var start = clock.GetTimestamp();
        var tags = new TagList { { "faas.name", function.Name }, { "faas.trigger", function.Trigger } };
        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            tags.Add("error.type", e.GetType().FullName);
            span?.SetTag("error.type", e.GetType().FullName).SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            Durations.Record(clock.GetElapsedTime(start).TotalSeconds, tags);
        }
    }
}
