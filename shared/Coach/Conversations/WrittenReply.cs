namespace FitServerless.Coach.Conversations;

/// <param name="Model">Which model wrote it; <c>null</c> for the rules.</param>
internal sealed record WrittenReply(string Text, string? Model);
