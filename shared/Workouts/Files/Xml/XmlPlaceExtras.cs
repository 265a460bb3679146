namespace FitServerless.Workouts.Files.Xml;

/// <summary>What a lap, a track or a point holds that a workout has no place for.</summary>
internal sealed record XmlPlaceExtras
{
    public static readonly XmlPlaceExtras None = new();

    /// <summary>Elements that the format itself has, as XML, in their order.</summary>
    public IReadOnlyList<(string Name, string Xml)> Members { get; init; } = [];

    /// <summary>Elements of other people's extensions, as XML.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>Numbers that Garmin's own extension has, by their names.</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    public bool IsEmpty => Members.Count + Extensions.Count + Values.Count == 0;

    public double? Value(string name) => Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>The elements of a name.</summary>
    public IEnumerable<string> All(string name) => Members.Where(member => member.Name == name).Select(member => member.Xml);
}
