namespace FitServerless.Files;

/// <summary>A page of the list of files, newest first.</summary>
/// <param name="NextCursor">The id that the next page starts behind.</param>
public sealed record FilePage(IReadOnlyList<StoredFile> Items, string? NextCursor);
