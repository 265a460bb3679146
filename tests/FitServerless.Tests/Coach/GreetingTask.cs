using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Coach;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;

namespace FitServerless.Tests.Coach;

/// <summary>The least that can be asked for: a greeting for a name, which must not shout.</summary>
internal sealed class GreetingTask : CoachTask<string, Greeting>
{
    public override string Name => "greeting";

    public override bool IsForPros => ForPros;

    public bool ForPros { get; init; }

    /// <summary>What the rules say.</summary>
    public string? Rules { get; init; } = "hello";

    public override string Instructions => "Greet the user.";

    public override ModelSchema Schema => new("greeting", """{"type":"object"}""");

    public override int MaxTokens => 50;

    public override JsonTypeInfo<Greeting> Contract => GreetingJson.Default.Greeting;

    public override string Describe(string brief) => JsonSerializer.Serialize(new { name = brief });

    public override Greeting Read(string brief, string reply) =>
        JsonSerializer.Deserialize(reply, Contract) is { Text: not null } answer ? answer : throw new JsonException();

    public override IReadOnlyList<GateFault> Check(string brief, Greeting answer) =>
        answer.Text.Contains('!', StringComparison.Ordinal) ? [new GateFault(GateRule.Text, "text", "It shouts.")] : [];

    public override RulesAnswer<Greeting> FollowRules(string brief) => new(Rules is null ? null : new Greeting(Rules));

    public override Greeting Sign(Greeting answer, Authorship by) => answer with { Model = by.Model, Cached = by.IsCached };
}
