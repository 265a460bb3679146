namespace FitServerless.Workouts.Files.Xml;

/// <summary>Where a format keeps what of a point.</summary>
/// <param name="Format">Its namespace.</param>
/// <param name="Known">Elements in extensions that are channels of ours, whoever wrote them.</param>
/// <param name="Garmin">The element of Garmin's own extension.</param>
/// <param name="Values">Of that, what is no channel.</param>
/// <param name="Members">Elements of the format itself that are no channels.</param>
internal sealed record XmlPointNames(
    string Format, string Point, string Time, string Extensions, IReadOnlySet<string> Known, string Garmin, IReadOnlySet<string> Values, IReadOnlySet<string> Members);
