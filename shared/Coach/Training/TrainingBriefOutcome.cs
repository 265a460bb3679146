namespace FitServerless.Coach.Training;

public abstract record TrainingBriefOutcome
{
    private TrainingBriefOutcome()
    {
    }

    public sealed record Ready(TrainingBrief Brief) : TrainingBriefOutcome;

    /// <summary>Somebody who should ask a doctor before training.</summary>
    public sealed record SeeProfessional(string Reason) : TrainingBriefOutcome;

    public sealed record Invalid(IReadOnlyDictionary<string, string[]> Errors) : TrainingBriefOutcome;
}
