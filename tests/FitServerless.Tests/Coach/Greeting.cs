namespace FitServerless.Tests.Coach;

/// <summary>An answer of <see cref="GreetingTask"/>.</summary>
internal sealed record Greeting(string Text, string? Model = null, bool Cached = false);
