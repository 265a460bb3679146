namespace FitServerless.Functions.Chat;

public sealed record MemberRequest(string? UserId);
