using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace FitServerless.Functions.Telemetry;

/// <summary>
/// Lets out of spans only tags known to hold nothing of a user's. Other libraries' spans may have URLs with keys in them, and the worker and
/// Azure's clients put an exception's text into the status.
/// </summary>
internal sealed class SpanScrubber : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "az.namespace", "az.schema_url", "db.collection.name", "error.type", "faas.execution", "faas.instance", "faas.invocation_id",
        "faas.name", "faas.trigger",
        "fitserverless.storage.service", "http.request.method", "http.response.status_code", "http.route", "schema.url", "server.address");

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Known.Contains(tag.Key)).ToList())
            data.SetTag(tag.Key, null);
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
