using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace FitServerless.Telemetry;

/// <summary>
/// A span and a measurement for each attempt of a call to storage; as many as there are measurements are billed. Not Azure.Core's own spans of
/// requests: those hold URLs, and in these stand keys, which hold what users chose.
/// </summary>
internal sealed class StorageTelemetry(string service, TimeProvider clock) : HttpPipelinePolicy
{
    private static readonly Histogram<double> Durations = AppTelemetry.Meter.CreateHistogram(
        "fitserverless.storage.duration", "s", "Attempts of calls to storage.", tags: null, AppTelemetry.Durations);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (span, start) = (Start(message.Request), clock.GetTimestamp());
        var outcome = "no answer";
        try
        {
            await ProcessNextAsync(message, pipeline);
            outcome = message.Response.Status.ToString(CultureInfo.InvariantCulture);
        }
        finally
        {
            End(span, message.Request, outcome, clock.GetElapsedTime(start));
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (span, start) = (Start(message.Request), clock.GetTimestamp());
        var outcome = "no answer";
        try
        {
            ProcessNext(message, pipeline);
            outcome = message.Response.Status.ToString(CultureInfo.InvariantCulture);
        }
        finally
        {
            End(span, message.Request, outcome, clock.GetElapsedTime(start));
        }
    }

    private Activity? Start(Request request)
    {
        if (!AppTelemetry.Source.HasListeners())
            return null;
        var name = service == "table" ? TableOf(request.Uri.Path) : service;
        var span = AppTelemetry.Source.StartActivity($"{request.Method} {name}", ActivityKind.Client);
        span?.SetTag("az.namespace", "Microsoft.Storage").SetTag("fitserverless.storage.service", service);
        span?.SetTag("http.request.method", request.Method.ToString()).SetTag("server.address", request.Uri.Host);
        if (service == "table")
            span?.SetTag("db.collection.name", name);
        return span;
    }

    private void End(Activity? span, Request request, string outcome, TimeSpan elapsed)
    {
        // Not there, there already, changed meanwhile: answers that the app asked for.
        var isError = outcome is not (['2', ..] or ['3', ..] or "404" or "409" or "412");
        if (Durations.Enabled)
        {
            var tags = new TagList
            {
                { "fitserverless.storage.service", service }, { "http.request.method", request.Method.ToString() },
                { "http.response.status_code", outcome },
            };
            Durations.Record(elapsed.TotalSeconds, tags);
        }

        span?.SetTag("http.response.status_code", outcome);
        if (isError)
            span?.SetTag("error.type", outcome).SetStatus(ActivityStatusCode.Error);
        span?.Dispose();
    }

    /// <summary>Of <c>/account/UserData(PartitionKey='…',RowKey='…')</c> the table's name, of a batch <c>$batch</c>.</summary>
    internal static string TableOf(string path)
    {
        var table = path.IndexOf('(', StringComparison.Ordinal) is var keys and >= 0 ? path[..keys] : path;
        return table[(table.LastIndexOf('/') + 1)..];
    }
}
