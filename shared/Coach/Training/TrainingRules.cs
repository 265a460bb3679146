using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

/// <summary>Composes workouts without a model.</summary>
public sealed class TrainingRules
{
    /// <summary>Seconds of work and of rest in intervals.</summary>
    private const int IntervalRest = 30;

    private readonly TrainingBrief _brief;
    private readonly Random _random;
    private readonly DateTimeOffset _now;
    private readonly List<PlannedExercise> _planned = [];

    private TrainingRules(TrainingBrief brief, int seed, DateTimeOffset now) => (_brief, _random, _now) = (brief, new Random(seed), now);

    /// <param name="seed">The same seed has the same workout: <see cref="CoachSeed"/>.</param>
    public static TrainingSuggestion Suggest(TrainingBrief brief, int seed, DateTimeOffset now) => new TrainingRules(brief, seed, now).Compose();

    private TrainingSuggestion Compose()
    {
        var warmUp = new WarmUps(_brief, _random).Draw();
        var seconds = (_brief.Minutes * 60) - warmUp.Sum(SessionTime.Of);
        foreach (var block in SessionPlan.Of(_brief.Goal))
            AddBlock(block, seconds);
        AddSets(seconds);
        return new TrainingSuggestion
        {
            WarmUp = warmUp,
            Exercises = _planned,
            Minutes = SessionTime.Minutes([.. warmUp, .. _planned]),
            Notes = _brief.Notes,
        };
    }

    /// <summary>All movements of the block that there are exercises for or, where there is no time for them, none.</summary>
    private void AddBlock(string[][] block, int seconds)
    {
        var exercises = block.Select(Draw).OfType<Exercise>().ToList();
        if (exercises.Count == 0)
            return;
        var planned = exercises.Select(Plan).ToList();
        if (!Fits(planned, seconds))
            planned = [.. planned.Select(exercise => exercise with { Sets = Math.Min(exercise.Sets, 2) })];
        if (!Fits(planned, seconds) && _planned.Count == 0)
            planned = [.. planned.Select(exercise => exercise with { Sets = 1 })];
        if (Fits(planned, seconds))
            _planned.AddRange(planned);
    }

    private bool Fits(List<PlannedExercise> more, int seconds) =>
        _planned.Concat(more).Sum(SessionTime.Of) <= seconds
        && _planned.Count + more.Count <= VolumeLimits.Exercises
        && _planned.Concat(more).Sum(exercise => exercise.Sets) <= VolumeLimits.SetsInAll(_brief.Level);

    /// <summary>
    /// Of the exercises that were done last time and can get harder, rather than of others; with a load, where loads are the point.
    /// </summary>
    private Exercise? Draw(string[] patterns)
    {
        var allowed = ExerciseCatalogue.All
            .Where(exercise => patterns.Contains(exercise.Pattern) && _brief.Allows(exercise)
                && !_planned.Exists(planned => planned.ExerciseId == exercise.Id))
            .ToArray();
        if (allowed.Length == 0)
            return null;
        var known = Array.FindAll(allowed, exercise => _brief.History.Last(exercise.Id) is not null);
        if (known.Length > 0 && _random.Next(4) > 0)
            return known[_random.Next(known.Length)];
        var loaded = Array.FindAll(allowed, exercise => exercise.Equipment.Count > 0 && exercise.EquipmentText != "chair");
        var choices = loaded.Length > 0 && _brief.Goal is TrainingGoal.Strength or TrainingGoal.Muscle ? loaded : allowed;
        return choices.Length == 0 ? allowed[_random.Next(allowed.Length)] : choices[_random.Next(choices.Length)];
    }

    private PlannedExercise Plan(Exercise exercise)
    {
        var main = SetScheme.Of(_brief.Goal, _brief.Level);
        var scheme = SessionPlan.IsMain(exercise.Pattern) ? main : main.Accessory;
        var planned = new PlannedExercise
        {
            Name = exercise.Name,
            ExerciseId = exercise.Id,
            Sets = Math.Min(scheme.Sets, MostSetsAtFirst),
            Reps = exercise.IsHold ? 1 : scheme.Reps,
            HoldSeconds = exercise.IsHold ? HoldSeconds(exercise) : null,
            RestSeconds = exercise.Category is "conditioning" or "mobility" ? Math.Min(scheme.Rest, IntervalRest) : scheme.Rest,
            Intensity = exercise.IsHold ? $"RPE {scheme.Effort}" : scheme.Intensity,
        };
        return Progression.Apply(planned, _brief, _now);
    }

    /// <summary>In little time, several movements do more good than many sets of one; what time is left fills up afterwards.</summary>
    private int MostSetsAtFirst => _brief.Minutes switch { < 25 => 2, < 40 => 3, _ => 6 };

    private int HoldSeconds(Exercise exercise) => (exercise.Category, _brief.Level) switch
    {
        ("conditioning", FitnessLevel.Beginner) => 40,
        ("conditioning", _) => 60,
        ("mobility", _) => 30,
        (_, FitnessLevel.Beginner) => 20,
        (_, FitnessLevel.Intermediate) => 30,
        _ => 40,
    };

    /// <summary>Time that is left goes to one more set of each exercise, as far as volume may go.</summary>
    private void AddSets(int seconds)
    {
        for (var i = 0; i < _planned.Count; i++)
        {
            var one = _planned[i];
            var more = one with { Sets = one.Sets + 1 };
            var fits = _planned.Sum(SessionTime.Of) + SessionTime.Of(more) - SessionTime.Of(one) <= seconds
                && more.Sets <= VolumeLimits.SetsOfExercise(_brief.Level)
                && _planned.Sum(exercise => exercise.Sets) < VolumeLimits.SetsInAll(_brief.Level);
            if (fits)
                _planned[i] = more;
        }
    }
}
