namespace FitServerless.Analytics;

/// <summary>Which events of a scope are meant.</summary>
/// <param name="From">The first moment.</param>
/// <param name="To">The first moment that is not meant any more.</param>
/// <param name="Type"><c>null</c> for all, which <see cref="EventScope.All"/> does not allow.</param>
public sealed record EventFilter(DateTimeOffset From, DateTimeOffset To, string? Type)
{
    /// <summary>As many as tables are kept by default.</summary>
    public const int MaxDays = 92;

    /// <summary>Also that the type is one, because it becomes part of a key.</summary>
    public bool IsValid => From < To && To - From <= TimeSpan.FromDays(MaxDays) && (Type is null || EventRules.IsType(Type));

    internal IEnumerable<DateOnly> Days()
    {
        var last = DateOnly.FromDateTime((To - TimeSpan.FromTicks(1)).UtcDateTime);
        for (var day = DateOnly.FromDateTime(From.UtcDateTime); day <= last; day = day.AddDays(1))
            yield return day;
    }
}
