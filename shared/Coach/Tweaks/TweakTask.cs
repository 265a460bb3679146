using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;

namespace FitServerless.Coach.Tweaks;

internal sealed class TweakTask : CoachTask<CoachEvent, TweakAnswer>
{
    public override string Name => "tweak";

    public override bool IsForPros => true;

    public override string Instructions => """
        The data tell what just happened in a workout ("event") and what was planned ("context"). Answer with one adjustment: "action", a "reason"
        of one sentence for the person, and "modifications", which are added to the plan: "sets" -2 to 1, "reps" (never to fewer than 80 % of
        planned_reps, and 0 where that is not told), "rest_time" -60 to 300 seconds, "weight_percent" -50 to 5. Use null for what stays. After a
        skipped or hard set make it easier; after a completed workout progress only if all was done and it did not feel hard.
        """;

    public override ModelSchema Schema { get; } = new("tweak", """
        {"type":"object","additionalProperties":false,"required":["action","reason","modifications"],"properties":{
        "action":{"type":"string","enum":["reduce_volume","reduce_load","extend_rest","maintain","progress"]},"reason":{"type":"string"},
        "modifications":{"type":"object","additionalProperties":false,"required":["sets","reps","rest_time","weight_percent"],"properties":{
        "sets":{"type":["integer","null"]},"reps":{"type":["integer","null"]},"rest_time":{"type":["integer","null"]},"weight_percent":{"type":["number","null"]}}}}}
        """);

    public override int MaxTokens => 300;

    public override JsonTypeInfo<TweakAnswer> Contract => TweakJson.Default.TweakAnswer;

    public override string Describe(CoachEvent coachEvent) => JsonSerializer.Serialize(coachEvent, TweakJson.Default.CoachEvent);

    public override TweakAnswer Read(CoachEvent coachEvent, string reply) =>
        Answer(coachEvent, JsonSerializer.Deserialize(reply, TweakJson.Default.Tweak) ?? throw new JsonException("No tweak."));

    public override IReadOnlyList<GateFault> Check(CoachEvent coachEvent, TweakAnswer answer) => CoachGate.Check(answer.Tweak, coachEvent);

    public override RulesAnswer<TweakAnswer> FollowRules(CoachEvent coachEvent) => new(Answer(coachEvent, TweakRules.Suggest(coachEvent)));

    public override TweakAnswer Sign(TweakAnswer answer, Authorship by) => answer with { AiPowered = by.IsModel };

    private static TweakAnswer Answer(CoachEvent coachEvent, Tweak tweak) => new()
    {
        Tweak = tweak with { Modifications = tweak.Modifications ?? new() },
        UserId = "",
        Event = coachEvent.Event!,
    };
}
