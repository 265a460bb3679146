namespace FitServerless.Coach.Tweaks;

/// <param name="Action">One of <see cref="TweakActions"/>.</param>
/// <param name="Reason">A sentence for the person.</param>
public sealed record Tweak(string Action, string Reason, TweakModifications Modifications);
