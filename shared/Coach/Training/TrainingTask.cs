using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;
using FitServerless.Exercises;

namespace FitServerless.Coach.Training;

internal sealed class TrainingTask : CoachTask<TrainingQuestion, TrainingSuggestion>
{
    public override string Name => "workout";

    /// <summary>It depends on what the person lifted last.</summary>
    public override bool IsPersonal => true;

    public override string Instructions => """
        Compose one workout out of "choices" and nothing else, by their ids: 1 to 3 exercises to warm up, then 2 to 8. It must take at most
        "minutes", rests included (about 4 seconds a repetition). "sets" 1 to 5, "reps" 1 to 30 (1 for a hold, with "holdSeconds"), "restSeconds"
        0 to 300; "intensity" in a few words, such as "RPE 7". "loadKg" only for an exercise in "last", at most 5 % above its load, else null.
        Add to what was done last time only where all its repetitions were done. Balance pushing, pulling, legs and trunk as the goal asks.
        """;

    public override ModelSchema Schema { get; } = new("workout", """
        {"type":"object","additionalProperties":false,"required":["warmUp","exercises"],"properties":{
        "warmUp":{"type":"array","items":{"$ref":"#/$defs/exercise"}},"exercises":{"type":"array","items":{"$ref":"#/$defs/exercise"}}},
        "$defs":{"exercise":{"type":"object","additionalProperties":false,
        "required":["id","sets","reps","holdSeconds","restSeconds","intensity","loadKg"],"properties":{
        "id":{"type":"string"},"sets":{"type":"integer"},"reps":{"type":"integer"},"holdSeconds":{"type":["integer","null"]},
        "restSeconds":{"type":"integer"},"intensity":{"type":["string","null"]},"loadKg":{"type":["number","null"]}}}}}
        """);

    public override int MaxTokens => 1_500;

    public override JsonTypeInfo<TrainingSuggestion> Contract => CoachJson.Default.TrainingSuggestion;

    public override string Describe(TrainingQuestion question) =>
        JsonSerializer.Serialize(TrainingPromptData.Of(question), TrainingPromptJson.Default.TrainingPromptData);

    public override TrainingSuggestion Read(TrainingQuestion question, string reply)
    {
        if (JsonSerializer.Deserialize(reply, TrainingPromptJson.Default.TrainingReply) is not { WarmUp: { } warmUp, Exercises: { } exercises })
            throw new JsonException("No workout.");
        var (first, then) = (warmUp.Select(Planned).ToList(), exercises.Select(Planned).ToList());
        return new TrainingSuggestion
        {
            WarmUp = first,
            Exercises = then,
            Minutes = SessionTime.Minutes([.. first, .. then]),
            Notes = question.Brief.Notes,
        };
    }

    public override IReadOnlyList<GateFault> Check(TrainingQuestion question, TrainingSuggestion answer) => CoachGate.Check(answer, question.Brief);

    public override RulesAnswer<TrainingSuggestion> FollowRules(TrainingQuestion question) =>
        new(TrainingRules.Suggest(question.Brief, question.Seed, question.Now));

    public override TrainingSuggestion Sign(TrainingSuggestion answer, Authorship by) =>
        answer with { AiPowered = by.IsModel, Model = by.Model, Cached = by.IsCached };

    /// <summary>The name is the catalogue's; for an id that is not there the gate has a fault.</summary>
    private static PlannedExercise Planned(ExerciseReply? reply) => reply is null
        ? throw new JsonException("An exercise is null.")
        : new PlannedExercise
        {
            Name = ExerciseCatalogue.Find(reply.Id)?.Name ?? reply.Id ?? "",
            ExerciseId = ExerciseCatalogue.Find(reply.Id)?.Id,
            Sets = reply.Sets,
            Reps = reply.Reps,
            HoldSeconds = reply.HoldSeconds,
            RestSeconds = reply.RestSeconds,
            Intensity = reply.Intensity,
            LoadKg = reply.LoadKg,
        };
}
