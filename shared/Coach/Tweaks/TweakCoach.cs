using FitServerless.Accounts;

namespace FitServerless.Coach.Tweaks;

/// <summary>Adjusts a workout to what happens in it.</summary>
public sealed class TweakCoach
{
    private static readonly TweakTask Task = new();

    private readonly CoachPipeline _pipeline;

    internal TweakCoach(CoachPipeline pipeline) => _pipeline = pipeline;

    public async Task<CoachOutcome<TweakAnswer>> AdviseAsync(Caller caller, CoachEvent coachEvent, CancellationToken cancellationToken)
    {
        if (CoachEventRules.Check(coachEvent) is { Count: > 0 } errors)
            return new CoachOutcome<TweakAnswer>.Invalid(errors);
        // The answer may be kept for others who are in the same spot; who it is for is the caller's, and not the body's, word.
        var outcome = await _pipeline.AskAsync(Task, coachEvent with { UserId = null }, caller, cancellationToken);
        return outcome is CoachOutcome<TweakAnswer>.Answered { Answer: var answer } answered
            ? answered with { Answer = answer with { UserId = caller.Id } }
            : outcome;
    }
}
