namespace FitServerless.Coach.Model;

/// <param name="IsReply">The model's own, from an earlier turn.</param>
public sealed record ModelMessage(string Text, bool IsReply = false);
