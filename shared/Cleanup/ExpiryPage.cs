namespace FitServerless.Cleanup;

/// <summary>Owners who are due on one day; as many as a batch holds.</summary>
internal sealed record ExpiryPage(string Kind, DateOnly Day, IReadOnlyList<string> Owners)
{
    public const int MaxOwners = 100;
}
