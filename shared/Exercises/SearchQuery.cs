using System.Collections.Frozen;
using FitServerless.Csv;
using FitServerless.Language;

namespace FitServerless.Exercises;

/// <summary>What a question asks for: a concept for each of its words, which is the word and all that it may mean.</summary>
internal sealed class SearchQuery
{
    /// <summary>Words after it; the rest of an essay says no more.</summary>
    private const int MostWords = 24;

    /// <summary>Weights of a word that has meanings in the catalogue's own language, and of those.</summary>
    private const double Said = 0.45, Meant = 0.9;

    private const int LongestSynonym = 3;
    private const int ShortestPart = 4;

    private static readonly FrozenSet<string> Stopwords = Words.StemsOf(TextResource.Read("Exercises.search-stopwords.txt")).ToFrozenSet();

    private static readonly FrozenSet<string> Negations = Words.StemsOf("without no ohne kein keine not").ToFrozenSet();

    private static readonly FrozenSet<string> AnyEquipment = Words.StemsOf("equipment gerät geräte weights gewichte hanteln gym").ToFrozenSet();

    private static readonly FrozenSet<string> Suppleness =
        Words.StemsOf("stretch stretching mobility yoga pain desk office warm roll massage posture rehab dehnen haltung faszienrolle relax seated")
            .ToFrozenSet();

    /// <summary>By phrase, as stems.</summary>
    private static readonly FrozenDictionary<string, string[]> Synonyms = CsvResource
        .Read("Exercises.synonyms.csv", row => (Words: row.Text("words").Split('/'), Means: Words.StemsOf(row.Text("means"))))
        .SelectMany(row => row.Words.Select(word => (Key: string.Join(' ', Words.StemsOf(word)), row.Means)))
        .GroupBy(entry => entry.Key)
        .ToFrozenDictionary(same => same.Key, same => same.SelectMany(entry => entry.Means).Distinct().ToArray());

    private readonly Func<string, bool> _isKnown;
    private readonly Func<string, string?> _findNear;

    private SearchQuery(Func<string, bool> isKnown, Func<string, string?> findNear) => (_isKnown, _findNear) = (isKnown, findNear);

    /// <summary>Stems with their weights; any of them will do.</summary>
    public List<Dictionary<string, double>> Concepts { get; } = [];

    /// <summary>What must not be found: "without a barbell".</summary>
    public HashSet<string> Unwanted { get; } = [];

    /// <summary>"No equipment".</summary>
    public bool BodyWeight { get; private set; }

    /// <summary>About suppleness or relief; stretches are not what "a chest workout" means.</summary>
    public bool WantsMobility => Concepts.Exists(concept => concept.Keys.Any(Suppleness.Contains));

    /// <param name="isKnown">Whether a stem is in the index.</param>
    /// <param name="findNear">The indexed stem that a mistyped one may have been.</param>
    public static SearchQuery Parse(string text, Func<string, bool> isKnown, Func<string, string?> findNear)
    {
        var query = new SearchQuery(isKnown, findNear);
        var words = Words.Of(text).Take(MostWords).ToList();
        var stems = words.ConvertAll(Stemmer.Stem);
        for (var at = 0; at < words.Count;)
            at += query.Read(words, stems, at);
        return query;
    }

    /// <returns>How many words were read.</returns>
    private int Read(List<string> words, List<string> stems, int at)
    {
        if (Negations.Contains(stems[at]))
            return ReadNegation(stems, at);
        var length = Math.Min(LongestSynonym, stems.Count - at);
        while (length > 1 && !Synonyms.ContainsKey(string.Join(' ', stems.Skip(at).Take(length))))
            length--;
        if (length > 1)
            Concepts.Add(Meanings(string.Join(' ', stems.Skip(at).Take(length))));
        for (var word = at; word < at + length; word++)
            ReadWord(words[word], stems[word]);
        return length;
    }

    private int ReadNegation(List<string> stems, int at)
    {
        var next = at + 1;
        while (next < stems.Count && Stopwords.Contains(stems[next]))
            next++;
        if (next == stems.Count)
            return 1;
        if (AnyEquipment.Contains(stems[next]))
            BodyWeight = true;
        else
            Unwanted.UnionWith([stems[next], .. Synonyms.GetValueOrDefault(stems[next]) ?? []]);
        return next + 1 - at;
    }

    private void ReadWord(string word, string stem)
    {
        if (Stopwords.Contains(stem))
            return;
        if (_isKnown(stem) || Synonyms.ContainsKey(stem))
            Add(stem);
        else if (Split(word) is { } parts)
            parts.ForEach(Add);
        else
            Add(_findNear(stem) ?? stem);
    }

    private void Add(string stem)
    {
        if (Stopwords.Contains(stem))
            return;
        var concept = Meanings(stem);
        concept[stem] = concept.Count == 0 ? 1 : Math.Max(Said, concept.GetValueOrDefault(stem));
        Concepts.Add(concept);
    }

    private static Dictionary<string, double> Meanings(string phrase) =>
        (Synonyms.GetValueOrDefault(phrase) ?? []).ToDictionary(meaning => meaning, _ => Meant);

    /// <summary>German compounds: "Brustübung" is an "Übung" for the "Brust".</summary>
    private List<string>? Split(string word)
    {
        for (var at = word.Length - ShortestPart; at >= ShortestPart; at--)
        {
            var (first, second) = (Stemmer.Stem(word[..at]), Stemmer.Stem(word[at..]));
            if (Means(first) && Means(second))
                return [first, second];
        }

        return null;
    }

    private bool Means(string stem) => _isKnown(stem) || Synonyms.ContainsKey(stem) || Stopwords.Contains(stem);
}
