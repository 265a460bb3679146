using System.Collections.Frozen;
using FitServerless.Language;
using FitServerless.Research.PubMed;

namespace FitServerless.Research;

/// <summary>
/// Whether somebody who trains would want to read a study. By its title and kind alone: PubMed has found the topic's words somewhere, and much of
/// that is about patients, animals or methods.
/// </summary>
internal static class StudyRelevance
{
    /// <summary>What is no study, or no longer one.</summary>
    private static readonly FrozenSet<string> NoStudies = Set(
        "Case Reports", "Clinical Trial Protocol", "Comment", "Editorial", "Expression of Concern", "Letter", "News", "Preprint", "Published Erratum",
        "Retracted Publication", "Retraction of Publication");

    private static readonly FrozenSet<string> Syntheses = Set(
        "Consensus Statement", "Guideline", "Meta-Analysis", "Practice Guideline", "Systematic Review");

    private static readonly FrozenSet<string> Trials = Set("Randomized Controlled Trial", "Clinical Trial", "Review");

    /// <summary>Other animals, the ward, and the very young: true there is not true of who trains.</summary>
    private static readonly FrozenSet<string> Elsewhere = Set(
        "rat", "rats", "mouse", "mice", "murine", "rabbit", "rabbits", "porcine", "pigs", "canine", "dogs", "equine", "horse", "horses", "zebrafish",
        "neonate", "neonates", "neonatal", "newborn", "newborns", "preterm", "infant", "infants", "fetal", "fetus", "sepsis", "septic", "icu",
        "ventilated", "anesthesia", "anaesthesia", "surgery", "surgical", "postoperative", "hemodialysis", "chemotherapy", "cancer", "stroke", "covid",
        "copd", "schizophrenia", "epilepsy", "cirrhosis", "protocol");

    private static readonly FrozenSet<string> Training = Set(
        "training", "exercise", "athlete", "athletes", "athletic", "sport", "sports", "performance", "recovery", "recreational", "runners", "running",
        "cyclists", "cycling", "endurance", "marathon", "triathletes", "swimmers", "rowers", "players", "workout", "workouts", "fitness", "fatigue",
        "overtraining", "overreaching", "load", "sleep", "wearable", "wearables", "smartwatch", "smartwatches", "trained", "lifters", "sets",
        "repetitions", "periodization", "periodisation", "tapering", "healthy");

    /// <summary>Points that a study needs: a synthesis has them by its kind, an experiment by one word of its title, all others by two.</summary>
    private const int Enough = 2;

    public static bool IsRelevant(PubMedSummary summary, ResearchTopic topic)
    {
        var words = Words.Of(summary.Title);
        return summary.Languages.Contains("eng")
            && !summary.Kinds.Any(NoStudies.Contains)
            && !words.Exists(Elsewhere.Contains)
            && Mentions(words, topic)
            && Kind(summary) + words.Distinct().Count(Training.Contains) >= Enough;
    }

    private static bool Mentions(List<string> words, ResearchTopic topic)
    {
        var title = $" {string.Join(' ', words)} ";
        return topic.Phrases.Any(phrase => title.Contains($" {phrase} ", StringComparison.Ordinal));
    }

    private static int Kind(PubMedSummary summary) =>
        summary.Kinds.Any(Syntheses.Contains) ? 2
        : summary.Kinds.Any(Trials.Contains) ? 1
        : 0;

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
