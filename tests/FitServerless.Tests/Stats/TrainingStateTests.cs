using FitServerless.Stats;
using FitServerless.Tests.Sync;
using FsCheck.Fluent;

namespace FitServerless.Tests.Stats;

public sealed class TrainingStateTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    /// <summary>After one time constant of a constant load, 1 − 1/e of it: 63.2.</summary>
    [Fact]
    public void A_hundred_a_day_for_six_weeks()
    {
        var state = Train(Enumerable.Repeat(100.0, 42));

        Assert.Equal(100 * (1 - (1 / Math.E)), state.Fitness, 9);
        Assert.Equal(100 * (1 - Math.Exp(-6)), state.Fatigue, 9);
        Assert.Equal(state.Fitness - state.Fatigue, state.Form, 9);
        Assert.Equal((63.2, 99.8, -36.5), (Math.Round(state.Fitness, 1), Math.Round(state.Fatigue, 1), Math.Round(state.Form, 1)));
    }

    /// <summary>One hard day: 200 · (1 − e^(−1/42)) = 4.71 and 200 · (1 − e^(−1/7)) = 26.62; a week later e^(−1/6) and 1/e of them.</summary>
    [Fact]
    public void A_hard_day_and_a_week_off()
    {
        var state = Train([200]);
        Assert.Equal((4.71, 26.62), (Math.Round(state.Fitness, 2), Math.Round(state.Fatigue, 2)));

        state.RestUntil(Start.AddDays(7));

        Assert.Equal((3.98, 9.79), (Math.Round(state.Fitness, 2), Math.Round(state.Fatigue, 2)));
    }

    [Fact]
    public void Step_by_step_is_the_sum_of_all_that_fades() => Law.Holds(Gen.Choose(0, 500).ArrayOf(), loads =>
    {
        var state = Train(loads.Select(load => (double)load));
        return Near(state.Fitness, Sum(loads, TrainingState.FitnessDays)) && Near(state.Fatigue, Sum(loads, TrainingState.FatigueDays));
    });

    [Fact]
    public void Resting_day_by_day_is_resting_at_once() => Law.Holds(Gen.Choose(1, 2_000), days =>
    {
        var (slow, fast) = (Train([300]), Train([300]));
        for (var day = 1; day <= days; day++)
            slow.RestUntil(Start.AddDays(day));
        fast.RestUntil(Start.AddDays(days));
        return Near(slow.Fitness, fast.Fitness) && Near(slow.Fatigue, fast.Fatigue);
    });

    private static TrainingState Train(IEnumerable<double> loads)
    {
        var state = new TrainingState();
        foreach (var (day, load) in loads.Index())
            state.Train(Start.AddDays(day), load);
        return state;
    }

    private static double Sum(int[] loads, double constant) =>
        loads.Select((load, day) => load * (1 - Math.Exp(-1 / constant)) * Math.Exp(-(loads.Length - 1 - day) / constant)).Sum();

    private static bool Near(double left, double right) => Math.Abs(left - right) < 1e-6;
}
