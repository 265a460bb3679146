namespace FitServerless.Workouts.Files.Xml;

/// <summary>An element of a format that is a workout's, a lap's or a point's, and where in it is what a workout has no place for.</summary>
/// <param name="name">The element's own.</param>
/// <param name="format">The format's namespace.</param>
internal sealed class XmlPlace(string name, string format)
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public string Name => name;

    public string Format => format;

    /// <summary>The element, or else the attribute, that says when it begins; one with neither begins with its first child.</summary>
    public string? Time { get; init; }

    public string? TimeAttribute { get; init; }

    /// <summary>Elements of the format itself that a workout has no place for.</summary>
    public IReadOnlySet<string> Members { get; init; } = Nothing;

    /// <summary>The element that is for everybody's own.</summary>
    public required string Extensions { get; init; }

    /// <summary>Elements in extensions that are ours, whoever wrote them.</summary>
    public IReadOnlySet<string> Known { get; init; } = Nothing;

    /// <summary>The element of Garmin's own extension.</summary>
    public string? Garmin { get; init; }

    /// <summary>Numbers of that which a workout has no place for.</summary>
    public IReadOnlySet<string> Values { get; init; } = Nothing;

    /// <summary>What it is made of.</summary>
    public XmlPlace? Child { get; init; }
}
