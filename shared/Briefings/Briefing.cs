namespace FitServerless.Briefings;

/// <summary>What somebody was told on an occasion.</summary>
/// <param name="Kind">See <see cref="BriefingKinds"/>.</param>
/// <param name="Date">The person's own.</param>
/// <param name="Text">Plain text, a sentence or two a line.</param>
/// <param name="Personality">Of the coach that speaks.</param>
/// <param name="IsEmpty">There was nothing to tell, and the text says so.</param>
public sealed record Briefing(
    string Kind, DateOnly Date, string Title, string Text, BriefingData Data, string Personality, bool IsEmpty, DateTimeOffset CreatedAt);
