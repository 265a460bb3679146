namespace FitServerless.Privacy;

/// <param name="Next">Where the next page begins; <c>null</c> on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);
