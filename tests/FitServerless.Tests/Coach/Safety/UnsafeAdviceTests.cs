using FitServerless.Coach.Safety;

namespace FitServerless.Tests.Coach.Safety;

/// <summary>What a model says in a conversation has no figures of a plan to check, and is held to the same.</summary>
public sealed class UnsafeAdviceTests
{
    [Theory]
    [InlineData("Eat 300 calories for the whole day.", GateRule.CalorieFloor)]
    [InlineData("Fine. Stay at 900-1,000 kcal per day until summer!", GateRule.CalorieFloor)]
    [InlineData("Set your daily calories to 800.", GateRule.CalorieFloor)]
    [InlineData("Iss höchstens 600 Kalorien am Tag.", GateRule.CalorieFloor)]
    [InlineData("Add 50 kg to the bar.", GateRule.Load)]
    [InlineData("Increase your squat by 30 kilos this week.", GateRule.Load)]
    [InlineData("Raise the load by 25 % today.", GateRule.Load)]
    [InlineData("Erhöhe das Gewicht um 20 kg.", GateRule.Load)]
    [InlineData("Just push through the pain.", GateRule.Harm)]
    [InlineData("Train through your chest pain.", GateRule.Harm)]
    [InlineData("Ignore the pain and go on.", GateRule.Harm)]
    [InlineData("Trotz der Knieschmerzen weitermachen.", GateRule.Harm)]
    [InlineData("Try a laxative before weighing in.", GateRule.Harm)]
    [InlineData("Fast for 5 days.", GateRule.Harm)]
    public void Harmful_advice_is_stopped(string reply, GateRule rule) => Assert.Contains(CoachGate.CheckReply(reply), fault => fault.Rule == rule);

    [Theory]
    [InlineData("Aim for 2,100 kcal a day.")]
    [InlineData("Ziel sind 1.800 Kalorien pro Tag.")]
    [InlineData("A deficit of 400 kcal a day is enough.")]
    [InlineData("Eat about 300 kcal less than that each day.")]
    [InlineData("You burn some 500 kcal a day with that.")]
    [InlineData("A snack of 250 kcal after training helps.")]
    [InlineData("Add 2.5 kg to the bar when all sets were easy.")]
    [InlineData("You lifted more than 60 kg, well done.")]
    [InlineData("Raise the load by 5 %.")]
    [InlineData("Never train through pain, and do not push through an injury.")]
    [InlineData("If the pain stays, stop and see a doctor.")]
    [InlineData("Run through the park, and fast for 12 hours overnight if you like.")]
    public void Good_advice_is_not(string reply) => Assert.Empty(CoachGate.CheckReply(reply));
}
