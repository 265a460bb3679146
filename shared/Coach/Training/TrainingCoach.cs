using FitServerless.Accounts;
using FitServerless.Storage;
using Microsoft.Extensions.Logging;

namespace FitServerless.Coach.Training;

/// <summary>Suggests workouts, from what the person did lately.</summary>
public sealed partial class TrainingCoach
{
    private static readonly TrainingTask Task = new();

    private readonly CoachPipeline _pipeline;
    private readonly TrainingDiary _diary;
    private readonly TimeProvider _clock;
    private readonly ILogger<TrainingCoach> _logger;

    internal TrainingCoach(CoachPipeline pipeline, TrainingDiary diary, TimeProvider clock, ILogger<TrainingCoach> logger) =>
        (_pipeline, _diary, _clock, _logger) = (pipeline, diary, clock, logger);

    public async Task<CoachOutcome<TrainingSuggestion>> SuggestAsync(Caller caller, TrainingRequest request, CancellationToken cancellationToken)
    {
        switch (TrainingBriefing.Read(request, await HistoryAsync(caller.Id, cancellationToken)))
        {
            case TrainingBriefOutcome.Invalid { Errors: var errors }:
                return new CoachOutcome<TrainingSuggestion>.Invalid(errors);
            case TrainingBriefOutcome.SeeProfessional { Reason: var reason }:
                return new CoachOutcome<TrainingSuggestion>.SeeProfessional(reason);
            case TrainingBriefOutcome.Ready { Brief: var brief }:
                var now = _clock.GetUtcNow();
                var seed = CoachSeed.Of(caller.Id, DateOnly.FromDateTime(now.UtcDateTime));
                return await _pipeline.AskAsync(Task, new TrainingQuestion(request, brief, seed, now), caller, cancellationToken);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }

    /// <summary>None while storage is down: the suggestion is then one for somebody whose loads are not known.</summary>
    private async Task<TrainingHistory> HistoryAsync(string userId, CancellationToken cancellationToken)
    {
        try
        {
            return await _diary.ReadAsync(userId, cancellationToken);
        }
        catch (Exception e) when (StorageFaults.IsOutage(e))
        {
            LogUnreachable(StorageFaults.Reason(e));
            return TrainingHistory.None;
        }
    }

    [LoggerMessage(4008, LogLevel.Warning, "A workout is suggested without the person's history: {Reason}")]
    private partial void LogUnreachable(string reason);
}
