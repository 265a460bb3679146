namespace FitServerless.Adapters.Watermelon;

/// <summary>What the client's schema has got since its last pull.</summary>
public sealed record WatermelonMigration
{
    /// <summary>New tables.</summary>
    public IReadOnlyList<string?>? Tables { get; init; }

    /// <summary>New columns by table.</summary>
    public IReadOnlyList<WatermelonColumns?>? Columns { get; init; }

    /// <summary>Tables of which the client needs all records again.</summary>
    internal IEnumerable<string> Affected => (Tables ?? []).Concat((Columns ?? []).Select(columns => columns?.Table)).OfType<string>();
}
