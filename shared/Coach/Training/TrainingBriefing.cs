using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>Understands a request.</summary>
public static class TrainingBriefing
{
    /// <summary>Years; younger people train technique and not heavy loads.</summary>
    private const int Adult = 18;

    /// <param name="history">What the person did lately; see <see cref="TrainingHistoryReader"/>.</param>
    public static TrainingBriefOutcome Read(TrainingRequest request, TrainingHistory? history = null)
    {
        if (TrainingRequestRules.Check(request) is { Count: > 0 } errors)
            return new TrainingBriefOutcome.Invalid(errors);
        if (CareReason(request) is { } reason)
            return new TrainingBriefOutcome.SeeProfessional(reason);
        var spare = LimitationWords.Read(request.Limitations, request.Goals, out var isUnclear);
        var level = isUnclear || request.Profile?.Age < Adult ? FitnessLevel.Beginner : FitnessLevels.OrBeginner(request.FitnessLevel);
        return new TrainingBriefOutcome.Ready(new TrainingBrief
        {
            Level = level,
            Goal = GoalWords.Training(request.Goals),
            Equipment = EquipmentWords.Read(request.Equipment),
            Spare = spare,
            Minutes = request.Minutes ?? TrainingRequest.DefaultMinutes,
            History = history ?? TrainingHistory.None,
            Notes = [.. Notes(request, isUnclear, spare.Count > 0)],
        });
    }

    private static string? CareReason(TrainingRequest request)
    {
        string?[] texts = [request.Goals, request.Limitations];
        if (texts.Any(CareWords.MentionHeart))
            return "Please have a doctor look at this before you train.";
        return request.Profile?.Pregnant == true || texts.Any(CareWords.MentionPregnancy)
            ? "Exercise is good in most pregnancies and after them, and what suits is for a doctor or a midwife to say. Please ask them first."
            : null;
    }

    private static IEnumerable<string> Notes(TrainingRequest request, bool isUnclear, bool spares)
    {
        if (request.FitnessLevel is null || FitnessLevels.Find(request.FitnessLevel) is null)
            yield return "The fitness level was not understood, so this is a beginner's workout.";
        if (isUnclear)
            yield return "What to spare was not understood, so this is a gentle workout. Leave out whatever hurts, and ask a physiotherapist.";
        else if (spares)
            yield return "Exercises that load what you named are left out. Stop whatever hurts, and ask a physiotherapist if it stays.";
        if (request.Profile?.Age < Adult)
            yield return "Before 18, train technique with light loads and somebody who watches.";
    }
}
