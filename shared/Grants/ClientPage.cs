namespace FitServerless.Grants;

/// <param name="NextCursor">Where the next page starts; <c>null</c> at the end.</param>
public sealed record ClientPage(IReadOnlyList<Client> Items, string? NextCursor);
