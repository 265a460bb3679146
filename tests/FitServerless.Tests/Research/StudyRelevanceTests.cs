using FitServerless.Research;
using FitServerless.Research.PubMed;

namespace FitServerless.Tests.Research;

public sealed class StudyRelevanceTests
{
    [Theory]
    [InlineData("hrv", "Heart rate variability-guided training in recreational runners: a randomized trial.", "Journal Article")]
    [InlineData("hrv", "Wearable-derived HRV and sleep as markers of recovery.", "Journal Article")]
    [InlineData("hrv", "Effects of endurance exercise on vagal modulation", "Meta-Analysis")]
    [InlineData("spo2", "Nocturnal SpO<sub>2</sub> at altitude and performance of trained cyclists", "Randomized Controlled Trial")]
    [InlineData("strength", "Resistance training volume and muscle hypertrophy", "Systematic Review")]
    [InlineData("strength", "How many sets? Strength training in trained lifters", "Journal Article")]
    public void What_somebody_who_trains_would_read_is_relevant(string topic, string title, string kind) =>
        Assert.True(IsRelevant(topic, title, kind));

    [Theory]
    [InlineData("hrv", "Heart rate variability in rats after endurance exercise training", "Journal Article")]
    [InlineData("hrv", "Heart rate variability and depressive symptoms", "Journal Article")]
    [InlineData("hrv", "HRV-guided training in athletes: a study protocol", "Journal Article")]
    [InlineData("hrv", "HRV-guided training in athletes", "Letter")]
    [InlineData("hrv", "HRV-guided training in athletes", "Retracted Publication")]
    [InlineData("hrv", "Training load and sleep in athletes", "Meta-Analysis")]
    [InlineData("spo2", "Oxygen saturation targets in preterm infants", "Meta-Analysis")]
    [InlineData("spo2", "Pulse oximetry in the ICU", "Review")]
    [InlineData("strength", "Bond strength of dental cements", "Systematic Review")]
    public void What_is_about_others_or_no_study_is_not(string topic, string title, string kind) => Assert.False(IsRelevant(topic, title, kind));

    [Fact]
    public void Other_languages_are_left_to_those_who_read_them() =>
        Assert.False(IsRelevant("hrv", "Heart rate variability and training load in athletes", "Meta-Analysis", "ger"));

    private static bool IsRelevant(string topic, string title, string kind, string language = "eng") => StudyRelevance.IsRelevant(
        new PubMedSummary { Id = "1", Title = title, Kinds = ["Journal Article", kind], Languages = [language] },
        ResearchTopics.All.Single(one => one.Id == topic));
}
