namespace FitServerless.Research;

/// <summary>The topics: what wearables measure of recovery, and strength.</summary>
public static class ResearchTopics
{
    private const string Training = "(exercise[tiab] OR training[tiab] OR athlete*[tiab] OR sport*[tiab] OR recovery[tiab] OR wearable*[tiab])";

    internal static readonly IReadOnlyList<ResearchTopic> All =
    [
        new(
            "hrv",
            $"(\"heart rate variability\"[ti] OR HRV[ti]) AND {Training} AND english[la]",
            ["heart rate variability", "hrv", "vagal", "parasympathetic"]),
        new(
            "spo2",
            $"(SpO2[ti] OR \"oxygen saturation\"[ti] OR \"pulse oximetry\"[ti] OR altitude[ti]) AND {Training} AND english[la]",
            ["spo2", "oxygen saturation", "pulse oximetry", "pulse oximeter", "pulse oximeters", "altitude", "hypoxic training"]),
        new(
            "strength",
            "(\"strength training\"[ti] OR \"resistance training\"[ti] OR \"resistance exercise\"[ti] OR hypertrophy[ti]) "
                + $"AND {Training} AND english[la]",
            [
                "strength training", "resistance training", "resistance exercise", "muscle hypertrophy", "muscle strength", "powerlifting",
                "weightlifting",
            ]),
    ];

    /// <summary>Their ids, in the order in which they take turns.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(topic => topic.Id)];
}
