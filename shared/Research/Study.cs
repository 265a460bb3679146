namespace FitServerless.Research;

/// <summary>A published study, as a reference to it: never its text.</summary>
/// <param name="Id">Its PubMed id.</param>
/// <param name="Authors">The first three.</param>
/// <param name="Kinds">What it is, in PubMed's words: <c>Meta-Analysis</c>, <c>Randomized Controlled Trial</c>, …</param>
/// <param name="Topics">Of <see cref="ResearchTopics"/>, in their order.</param>
public sealed record Study(
    string Id,
    string Title,
    string Journal,
    DateOnly PublishedOn,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<string> Topics,
    Uri Url);
