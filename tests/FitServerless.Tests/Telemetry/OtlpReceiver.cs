using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Tests.Telemetry;

/// <summary>Takes OTLP over HTTP in protobuf, as a collector does (https://opentelemetry.io/docs/specs/otlp/#otlphttp).</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = new();

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>Settings that make an app send here, and soon.</summary>
    public (string Name, string Value)[] Settings =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "100"), ("OTEL_SERVICE_NAME", "under-test"),
    ];

    /// <summary>All that came, as text, for what must not be in it.</summary>
    public string Everything => string.Join('\n', _received.Select(one => Encoding.UTF8.GetString(one.Body)));

    public IReadOnlyList<ReceivedSpan> Spans =>
    [
        .. from body in BodiesOf("/v1/traces")
           from resource in ProtoField.Read(body).Where(part => part.Number == 1)
           from scope in resource.Fields.Where(part => part.Number == 2)
           let source = scope.Fields.First(part => part.Number == 1).Fields.First(part => part.Number == 1).Text
           from span in scope.Fields.Where(part => part.Number == 2)
           select ReceivedSpan.Read(source, span),
    ];

    public IReadOnlySet<string> Metrics => (
        from body in BodiesOf("/v1/metrics")
        from resource in ProtoField.Read(body).Where(part => part.Number == 1)
        from scope in resource.Fields.Where(part => part.Number == 2)
        from metric in scope.Fields.Where(part => part.Number == 2)
        select metric.Fields.First(part => part.Number == 1).Text).ToHashSet();

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IEnumerable<byte[]> BodiesOf(string path) => _received.Where(one => one.Path == path).Select(one => one.Body);

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _received.Enqueue((http.Request.Path, body.ToArray()));
        // An empty message: everything was taken.
        http.Response.ContentType = "application/x-protobuf";
    }
}
