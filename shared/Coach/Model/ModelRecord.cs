using System.Diagnostics;
using System.Diagnostics.Metrics;
using FitServerless.Storage;
using FitServerless.Telemetry;
using Microsoft.Extensions.Logging;

namespace FitServerless.Coach.Model;

/// <summary>Keeps the record of calls. An answer is worth more than its record: without storage there is a line in the log.</summary>
internal sealed partial class ModelRecord(IAiRequestLog requests, TimeProvider clock, ILogger<ModelRecord> logger)
{
    /// <summary>https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/</summary>
    private static readonly Histogram<int> Tokens =
        AppTelemetry.Meter.CreateHistogram<int>("gen_ai.client.token.usage", "{token}", "Tokens that models read and wrote.");

    public ModelCall Start(string userId, string purpose, string model) =>
        new(this, userId, purpose, model, clock.GetUtcNow(), clock.GetTimestamp());

    /// <summary>Not cancelled with its request: the tokens are spent, whoever hung up.</summary>
    public async Task EndAsync(ModelCall call, string outcome, int promptTokens, int completionTokens)
    {
        Tokens.Record(promptTokens, TagsOf(call, "input"));
        Tokens.Record(completionTokens, TagsOf(call, "output"));
        var milliseconds = (int)clock.GetElapsedTime(call.Timestamp).TotalMilliseconds;
        try
        {
            var request = new AiRequest(
                call.UserId, call.At, call.Purpose, call.Model, promptTokens, completionTokens, outcome, milliseconds);
            await requests.AddAsync(request, CancellationToken.None);
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnrecorded(call.Model, promptTokens, completionTokens, StorageFaults.Reason(e));
        }
    }

    private static TagList TagsOf(ModelCall call, string type) => new()
    {
        { "gen_ai.operation.name", call.Purpose }, { "gen_ai.provider.name", "azure.ai.openai" }, { "gen_ai.request.model", call.Model },
        { "gen_ai.token.type", type },
    };

    [LoggerMessage(4002, LogLevel.Warning, "A call of {Model} ({PromptTokens} and {CompletionTokens} tokens) could not be recorded: {Reason}")]
    private partial void LogUnrecorded(string model, int promptTokens, int completionTokens, string reason);
}
