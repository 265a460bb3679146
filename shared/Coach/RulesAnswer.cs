namespace FitServerless.Coach;

/// <summary>What the rules make of a brief.</summary>
/// <param name="Reason">Why there is no answer, for the person.</param>
internal sealed record RulesAnswer<T>(T? Answer, string Reason = "With these wishes there is nothing to suggest. Leave some of them out.")
    where T : class;
