namespace FitServerless.Research;

/// <summary>Something that studies are looked for about.</summary>
/// <param name="Term">What PubMed is asked (https://pubmed.ncbi.nlm.nih.gov/help/#search-tags).</param>
/// <param name="Phrases">Of which a title has one, folded: see <see cref="StudyRelevance"/>.</param>
internal sealed record ResearchTopic(string Id, string Term, IReadOnlyList<string> Phrases);
