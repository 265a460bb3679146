using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>How long exercises take.</summary>
public static class SessionTime
{
    /// <summary>Of one repetition: two down, one up, one between.</summary>
    private const int SecondsPerRep = 4;

    /// <summary>To put one thing away and take up the next.</summary>
    private const int ChangeOver = 30;

    /// <summary>Seconds. There is no rest after the last set; the change-over is one.</summary>
    public static int Of(PlannedExercise planned)
    {
        var sides = ExerciseCatalogue.Find(planned.ExerciseId)?.Sides ?? 1;
        var work = (long)planned.Reps * (planned.HoldSeconds ?? SecondsPerRep) * sides;
        return (int)Math.Min(int.MaxValue / 100, (planned.Sets * (work + planned.RestSeconds)) - planned.RestSeconds + ChangeOver);
    }

    /// <summary>Whole minutes, rounded up.</summary>
    public static int Minutes(IEnumerable<PlannedExercise> exercises) => (int)Math.Ceiling(exercises.Sum(planned => (double)Of(planned)) / 60);
}
