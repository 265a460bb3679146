using FitServerless.Storage;
using Microsoft.Extensions.Logging;

namespace FitServerless.Coach.Model;

/// <summary>Keeps the record of calls. An answer is worth more than its record: without storage there is a line in the log.</summary>
internal sealed partial class ModelRecord(IAiRequestLog requests, TimeProvider clock, ILogger<ModelRecord> logger)
{
    public ModelCall Start(string userId, string purpose, string model) =>
        new(this, userId, purpose, model, clock.GetUtcNow(), clock.GetTimestamp());

    /// <summary>Not cancelled with its request: the tokens are spent, whoever hung up.</summary>
    public async Task EndAsync(ModelCall call, string outcome, int promptTokens, int completionTokens)
    {
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

    [LoggerMessage(4002, LogLevel.Warning, "A call of {Model} ({PromptTokens} and {CompletionTokens} tokens) could not be recorded: {Reason}")]
    private partial void LogUnrecorded(string model, int promptTokens, int completionTokens, string reason);
}
