using System.Reflection;
using FitServerless.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FitServerless.Functions.Telemetry;

/// <summary>
/// Sends spans and metrics by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without it, nobody listens. The other settings are the
/// standard ones (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/), read from the app's configuration.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
            return Task.CompletedTask;
        var traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddSource(AppTelemetry.Name, "Microsoft.Azure.Functions.Worker", "Azure.Data.Tables.*", "Azure.Storage.Blobs.*")
            .AddProcessor(new SpanScrubber())
            .AddOtlpExporter();
        // The server and the platform's host start activities that they do not record themselves: their flag says nothing.
        if (configuration["OTEL_TRACES_SAMPLER"] is not { Length: > 0 })
            traces.SetSampler(new AlwaysOnSampler());
        _traces = traces.Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddMeter(AppTelemetry.Name)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    /// <summary>The environment comes last: <c>OTEL_SERVICE_NAME</c> wins.</summary>
    private void Describe(ResourceBuilder resource) => resource
        .Clear()
        .AddService(
            configuration["WEBSITE_SITE_NAME"] ?? "fitserverless",
            serviceVersion: typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            serviceInstanceId: configuration["WEBSITE_INSTANCE_ID"])
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();
}
