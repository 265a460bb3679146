namespace FitServerless.Coach.Conversations;

/// <summary>The body of <c>POST /api/coach/conversations/{id}/messages</c>.</summary>
/// <param name="Id">The client's own, so that it may send the message again; one is made up when it is missing.</param>
public sealed record MessageRequest(string? Id, string? Text);
