using System.Diagnostics;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Safety;
using FitServerless.Coach.Training;
using FitServerless.Exercises;
using FitServerless.Tests.Coach;
using FitServerless.Tests.Exercises;

namespace FitServerless.Bench.Coach;

/// <summary>Asks the rules what a thousand people of all kinds would ask, in this process.</summary>
internal sealed class CoachPart
{
    private int _violations, _impossible;

    public static CoachFigures Measure(int people) => new CoachPart().MeasureAll(people);

    private CoachFigures MeasureAll(int people)
    {
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        ExerciseSearch.Find(new ExerciseQuery("push"));
        var catalogue = GC.GetTotalMemory(forceFullCollection: true) - heap;
        var meals = CoachCases.Meals(people).ToList();
        var trainings = CoachCases.Trainings(people).ToList();
        var queries = JudgedQuery.All.Select(query => new ExerciseQuery(query.Text)).ToList();
        // What is compiled and loaded at the first call is the cold start's, and no answer's.
        meals.Take(20).ToList().ForEach(SuggestMeals);
        trainings.Take(20).ToList().ForEach(SuggestTraining);
        (_violations, _impossible) = (0, 0);
        return new CoachFigures(
            people,
            Meals: Time(meals, SuggestMeals),
            Workouts: Time(trainings, SuggestTraining),
            Search: Time(queries, query => ExerciseSearch.Find(query)),
            Tuned: SearchQuality.Of(QuerySet.Tuned),
            Held: SearchQuality.Of(QuerySet.Held),
            Fresh: SearchQuality.Of(QuerySet.Fresh),
            CatalogueBytes: catalogue,
            VectorBytes: VectorHeap(),
            Violations: _violations,
            Impossible: _impossible);
    }

    /// <summary>Measured, the ids and their strings with it. The file's own bytes are let go, as they are once a process has its index.</summary>
    private static long VectorHeap()
    {
        var random = new Random(1);
        var file = VectorFile.Encode(new VectorIndex("random", [.. ExerciseCatalogue.All.Select(exercise => (exercise.Id, RandomVector(random)))]));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = VectorFile.Decode(file);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(index);
        GC.KeepAlive(file);
        return after - before;
    }

    private static ReadOnlyMemory<float> RandomVector(Random random) =>
        Enumerable.Range(0, VectorIndex.Dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();

    private void SuggestMeals((MealRequest Request, int Seed) one)
    {
        var brief = ((MealBriefOutcome.Ready)MealBriefing.Read(one.Request)).Brief;
        if (MealRules.Suggest(brief, one.Seed) is not MealOutcome.Suggested { Suggestion: var suggestion })
            _impossible++;
        else if (CoachGate.Check(suggestion, brief).Count > 0)
            _violations++;
    }

    private void SuggestTraining((TrainingRequest Request, int Seed) one)
    {
        var brief = ((TrainingBriefOutcome.Ready)TrainingBriefing.Read(one.Request)).Brief;
        if (CoachGate.Check(TrainingRules.Suggest(brief, one.Seed, DateTimeOffset.UnixEpoch), brief).Count > 0)
            _violations++;
    }

    private static CoachTiming Time<T>(List<T> cases, Action<T> answer)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var times = new double[cases.Count];
        for (var i = 0; i < cases.Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            answer(cases[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(times);
        return new CoachTiming(times[times.Length / 2], times[times.Length * 95 / 100], allocated / cases.Count);
    }
}
