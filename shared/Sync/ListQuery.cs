namespace FitServerless.Sync;

/// <summary>A page of a collection by date, newest first.</summary>
/// <param name="Limit">Rows, 1 to 1,000.</param>
/// <param name="Cursor">The key of the last row seen.</param>
public sealed record ListQuery(
    string Collection, int Limit, string? Cursor = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Tag = null);
