namespace FitServerless.Functions.Coach;

/// <summary>A sentence of a reply.</summary>
public sealed record ReplyText(string Text);
