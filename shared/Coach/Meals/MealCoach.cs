using FitServerless.Accounts;

namespace FitServerless.Coach.Meals;

/// <summary>Suggests meals.</summary>
public sealed class MealCoach
{
    private static readonly MealTask Task = new();

    private readonly CoachPipeline _pipeline;
    private readonly TimeProvider _clock;

    internal MealCoach(CoachPipeline pipeline, TimeProvider clock) => (_pipeline, _clock) = (pipeline, clock);

    public async Task<CoachOutcome<MealSuggestion>> SuggestAsync(Caller caller, MealRequest request, CancellationToken cancellationToken)
    {
        switch (MealBriefing.Read(request))
        {
            case MealBriefOutcome.Invalid { Errors: var errors }:
                return new CoachOutcome<MealSuggestion>.Invalid(errors);
            case MealBriefOutcome.SeeProfessional { Reason: var reason }:
                return new CoachOutcome<MealSuggestion>.SeeProfessional(reason);
            case MealBriefOutcome.Ready { Brief: var brief }:
                var seed = CoachSeed.Of(caller.Id, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime));
                return await _pipeline.AskAsync(Task, new MealQuestion(request, brief, seed), caller, cancellationToken);
            default:
                throw new InvalidOperationException("Unknown outcome.");
        }
    }
}
