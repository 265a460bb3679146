namespace FitServerless.Coach.Model;

/// <summary>A call under way.</summary>
/// <param name="Timestamp">Of the clock that measures.</param>
internal sealed record ModelCall(ModelRecord Record, string UserId, string Purpose, string Model, DateTimeOffset At, long Timestamp)
{
    public Task EndAsync(string outcome, int promptTokens, int completionTokens) =>
        Record.EndAsync(this, outcome, promptTokens, completionTokens);
}
