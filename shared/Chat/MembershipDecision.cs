namespace FitServerless.Chat;

internal readonly record struct MembershipDecision(MembershipOutcome Outcome, RoomWrite? Write = null);
