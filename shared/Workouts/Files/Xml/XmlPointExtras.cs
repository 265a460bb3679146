namespace FitServerless.Workouts.Files.Xml;

/// <summary>What a point of a track holds that a workout has no place for.</summary>
internal sealed record XmlPointExtras
{
    public static readonly XmlPointExtras None = new();

    /// <summary>Elements that the format itself has, as XML, in their order.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Elements of other people's extensions, as XML.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Numbers that Garmin's own extension of a point has, by their names.</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();
}
