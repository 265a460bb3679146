using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Coach;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;

namespace FitServerless.Briefings.Advice;

/// <summary>
/// Asks for one piece of advice for a day. Models only for pros: everybody gets one every day, asked for or not, and a thousand tokens each cost
/// more than all else that a briefing does.
/// </summary>
internal sealed class AdviceTask : CoachTask<AdviceBrief, AdviceAnswer>
{
    public override string Name => "briefing";

    public override bool IsForPros => true;

    public override bool IsPersonal => true;

    public override string Instructions => """
        The data are a person's last night ("sleep", minutes), training load ("load": fitness, fatigue, form), streak, yesterday and what is planned
        for "today". Answer with one "suggestion" for today of one or two short sentences, in English, in the manner of "personality": supportive
        is warm, tough_love blunt but never insulting, analytical matter-of-fact with figures, motivational enthusiastic. After a night of less than
        six hours, or with a form below -20, or after six days in a row, advise an easy day or rest.
        """;

    public override ModelSchema Schema { get; } = new("advice", """
        {"type":"object","additionalProperties":false,"required":["suggestion"],"properties":{"suggestion":{"type":"string"}}}
        """);

    public override int MaxTokens => 150;

    public override JsonTypeInfo<AdviceAnswer> Contract => AdviceJson.Default.AdviceAnswer;

    public override string Describe(AdviceBrief brief) => JsonSerializer.Serialize(brief, AdviceJson.Default.AdviceBrief);

    public override AdviceAnswer Read(AdviceBrief brief, string reply) =>
        JsonSerializer.Deserialize(reply, Contract) is { Suggestion: not null } answer ? answer : throw new JsonException("No suggestion.");

    public override IReadOnlyList<GateFault> Check(AdviceBrief brief, AdviceAnswer answer) =>
        [.. AnswerText.Check(answer.Suggestion, "suggestion", AnswerText.LongestNote)];

    public override RulesAnswer<AdviceAnswer> FollowRules(AdviceBrief brief) => new(new AdviceAnswer(AdviceRules.Of(brief)));

    public override AdviceAnswer Sign(AdviceAnswer answer, Authorship by) => answer;
}
