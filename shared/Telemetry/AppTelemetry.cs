using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FitServerless.Telemetry;

/// <summary>
/// The app's spans and metrics; they cost next to nothing while nobody listens. Names are those of OpenTelemetry's semantic conventions 1.37
/// where they have one. A tag holds an id of ours, a name from the code or a number, and never what a user sent.
/// </summary>
public static class AppTelemetry
{
    public const string Name = "FitServerless";

    /// <summary>Seconds; as https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ advises.</summary>
    public static readonly InstrumentAdvice<double> Durations =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] };

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);
}
