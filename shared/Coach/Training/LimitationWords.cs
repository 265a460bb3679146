using System.Collections.Frozen;
using FitServerless.Language;

namespace FitServerless.Coach.Training;

/// <summary>Reads what a workout has to spare.</summary>
internal static class LimitationWords
{
    private static readonly WordTable Table = new(
        ("knee knie meniscus meniskus patella acl kreuzband", "knee impact"),
        ("back rucken lumbar disc disk bandscheibe hernia hexenschuss sciatica ischias spine wirbels kreuz lendenwirbel", "lowerback impact"),
        ("shoulder schulter rotator impingement", "shoulder"),
        ("wrist handgelenk carpal karpal", "wrist"),
        ("neck nacken hals cervical", "neck"),
        ("hip huft groin leiste", "hip impact"),
        ("ankle sprunggelenk knochel achilles foot fuss plantar", "ankle impact"),
        ("elbow ellbogen ellenbogen tennisarm tennis", "elbow"),
        ("jump impact joint gelenk quiet neighb leise nachbar spring arthritis arthrose osteopor", "impact"),
        ("pressure hypertension blutdruck bluthochdruck dizz schwindel", "bloodpressure"));

    private static readonly string[] Complaints =
        ["pain", "bad", "injur", "hurt", "sore", "weak", "schmerz", "verletz", "kaputt", "problem", "surgery", "operation", "rehab"];

    private static readonly string[] Nothing = ["none", "no", "nothing", "keine", "kein", "nichts", "nein", "na"];

    /// <param name="goals">Taken into account where they speak of a complaint.</param>
    /// <param name="isUnclear">Something has to be spared, and nobody knows what.</param>
    public static FrozenSet<string> Read(string? limitations, string? goals, out bool isUnclear)
    {
        var words = WordTable.WordsOf(limitations);
        var spare = words.SelectMany(Table.Find).ToHashSet();
        isUnclear = spare.Count == 0 && !string.IsNullOrWhiteSpace(limitations) && !words.Exists(Nothing.Contains);
        var goalWords = WordTable.WordsOf(goals);
        if (goalWords.Exists(word => Array.Exists(Complaints, start => word.StartsWith(start, StringComparison.Ordinal))))
            spare.UnionWith(goalWords.SelectMany(Table.Find));
        if (isUnclear)
            spare.UnionWith(["impact", "bloodpressure"]);
        return spare.ToFrozenSet();
    }
}
