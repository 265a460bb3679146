using System.Diagnostics;
using System.Diagnostics.Metrics;
using FitServerless.Telemetry;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Telemetry;

/// <summary>
/// One request, from the first middleware until its answer is written: the worker writes it after the middleware, and only then is its status
/// known. A stream of events ends when the connection does.
/// </summary>
internal sealed class HttpCall(FunctionNames function, HttpContext http, TimeProvider clock)
{
    private static readonly Histogram<double> Durations = AppTelemetry.Meter.CreateHistogram(
        "http.server.request.duration", "s", "Requests by function, with their status.", tags: null, AppTelemetry.Durations);

    private readonly long _start = clock.GetTimestamp();
    private Activity? _span;

    public static bool IsObserved => AppTelemetry.Source.HasListeners() || Durations.Enabled;

    /// <summary>Storage calls from here on are below the request's span.</summary>
    public void Start()
    {
        _span = AppTelemetry.Source.StartActivity($"{http.Request.Method} {function.Route}", ActivityKind.Server);
        _span?.SetTag("http.request.method", http.Request.Method).SetTag("http.route", function.Route);
        _span?.SetTag("faas.name", function.Name).SetTag("faas.trigger", function.Trigger);
        http.Response.OnCompleted(EndAsync);
    }

    private Task EndAsync()
    {
        var status = http.Response.StatusCode;
        var tags = new TagList
        {
            { "http.request.method", http.Request.Method }, { "http.route", function.Route }, { "faas.name", function.Name },
            { "http.response.status_code", status },
        };
        if (status >= StatusCodes.Status500InternalServerError)
            tags.Add("error.type", $"{status}");
        Durations.Record(clock.GetElapsedTime(_start).TotalSeconds, tags);
        _span?.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            _span?.SetTag("error.type", $"{status}").SetStatus(ActivityStatusCode.Error);
        _span?.Dispose();
        return Task.CompletedTask;
    }
}
