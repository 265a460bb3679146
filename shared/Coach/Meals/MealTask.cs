using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;

namespace FitServerless.Coach.Meals;

internal sealed class MealTask : CoachTask<MealQuestion, MealSuggestion>
{
    public override string Name => "meal";

    public override string Instructions => """
        Suggest one meal for each entry of "slots", in that order. All meals together must come to "targets" (kcal and grams), each meal to about
        its "share" of them. Give each meal a short name and its ingredients in grams, by their plain English names, with the meal's kcal and
        grams of protein, carbohydrates, fat and fiber: 4 kcal per gram of protein and of carbohydrates, 9 per gram of fat. Everyday foods only.
        Where there are "foods", take nothing else. "restrictions" and everything in "leaveOut" are absolute: no
        ingredient and no name of a dish may contain or suggest them.
        """;

    public override ModelSchema Schema { get; } = new("meals", """
        {"type":"object","additionalProperties":false,"required":["meals"],"properties":{"meals":{"type":"array","items":
        {"type":"object","additionalProperties":false,"required":["name","slot","ingredients","calories","protein","carbs","fat","fiber"],"properties":{
        "name":{"type":"string"},"slot":{"type":"string","enum":["breakfast","lunch","dinner","snack"]},
        "ingredients":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","grams"],"properties":{
        "name":{"type":"string"},"grams":{"type":"number"}}}},
        "calories":{"type":"number"},"protein":{"type":"number"},"carbs":{"type":"number"},"fat":{"type":"number"},"fiber":{"type":"number"}}}}}}
        """);

    public override int MaxTokens => 2_000;

    public override JsonTypeInfo<MealSuggestion> Contract => CoachJson.Default.MealSuggestion;

    public override string Describe(MealQuestion question) =>
        JsonSerializer.Serialize(MealPromptData.Of(question), MealPromptJson.Default.MealPromptData);

    public override MealSuggestion Read(MealQuestion question, string reply)
    {
        var meals = JsonSerializer.Deserialize(reply, MealPromptJson.Default.MealReply)?.Meals ?? throw new JsonException("No meals.");
        return new MealSuggestion { Meals = meals, Targets = question.Brief.Targets, Notes = question.Brief.Notes };
    }

    public override IReadOnlyList<GateFault> Check(MealQuestion question, MealSuggestion answer) => CoachGate.Check(answer, question.Brief);

    public override RulesAnswer<MealSuggestion> FollowRules(MealQuestion question) => MealRules.Suggest(question.Brief, question.Seed) switch
    {
        MealOutcome.Suggested { Suggestion: var suggestion } => new(suggestion),
        MealOutcome.Impossible { Reason: var reason } => new(null, reason),
        _ => throw new InvalidOperationException("Unknown outcome."),
    };

    public override MealSuggestion Sign(MealSuggestion answer, Authorship by) =>
        answer with { AiPowered = by.IsModel, Model = by.Model, Cached = by.IsCached };
}
