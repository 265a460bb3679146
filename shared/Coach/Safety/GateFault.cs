namespace FitServerless.Coach.Safety;

/// <summary>Why an answer must not go out.</summary>
/// <param name="Where">The member, as in <c>meals[0].ingredients[2]</c>.</param>
/// <param name="Detail">For a second try of the model; holds nothing but the answer's own words, shortened, and our figures.</param>
public sealed record GateFault(GateRule Rule, string Where, string Detail);
