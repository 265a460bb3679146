namespace FitServerless.Language;

/// <summary>Words that stand for things, by how they begin: people decline and compound them.</summary>
internal sealed class WordTable(params (string Starts, string Thing)[] entries)
{
    private readonly (string[] Starts, string[] Things)[] _entries =
        Array.ConvertAll(entries, entry => (entry.Starts.Split(' '), entry.Thing.Split(' ')));

    public static List<string> WordsOf(string? text) => Words.Of(text ?? "");

    /// <summary>Of every word, what it stands for; none for a word that stands for nothing here.</summary>
    public IEnumerable<string> Find(string word) => _entries
        .Where(entry => Array.Exists(entry.Starts, start => word.StartsWith(start, StringComparison.Ordinal)))
        .SelectMany(entry => entry.Things);
}
