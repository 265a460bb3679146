namespace FitServerless.Sharing;

/// <param name="NextCursor">Where the next page starts; <c>null</c> at the end.</param>
public sealed record ReceivedPage(IReadOnlyList<ReceivedShare> Items, string? NextCursor);
