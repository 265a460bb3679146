namespace FitServerless.Research;

/// <summary>Of some topics there is nothing new. The next run finds what this one has not.</summary>
public sealed class ResearchIncompleteException(IReadOnlyList<string> topics)
    : Exception($"Nothing was learned about {string.Join(", ", topics)}; what was known is still there.")
{
    public IReadOnlyList<string> Topics => topics;
}
