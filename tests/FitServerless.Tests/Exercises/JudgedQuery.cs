namespace FitServerless.Tests.Exercises;

/// <summary>A question, and how relevant exercises are to it: 3 what was meant, 2 good, 1 not wrong.</summary>
internal sealed record JudgedQuery(string Text, IReadOnlyDictionary<string, int> Grades, QuerySet Set)
{
    private const int Depth = 10;

    public static IReadOnlyList<JudgedQuery> All { get; } = [.. Lines().Skip(1).Select(Parse)];

    /// <summary>Normalized discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), with gains of 2^grade - 1.</summary>
    public double Ndcg(IReadOnlyList<string> found) =>
        Gain(found.Take(Depth).Select(id => Grades.GetValueOrDefault(id))) / Gain(Grades.Values.OrderDescending().Take(Depth));

    /// <summary>Of what is good or better, and at most of ten, how much is among the first ten.</summary>
    public double Recall(IReadOnlyList<string> found)
    {
        var good = Grades.Where(grade => grade.Value >= 2).Select(grade => grade.Key).ToHashSet();
        return found.Take(Depth).Count(good.Contains) / (double)Math.Min(Depth, good.Count);
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Select((grade, rank) => (Math.Pow(2, grade) - 1) / Math.Log2(rank + 2)).Sum();

    private static IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(typeof(JudgedQuery).Assembly.GetManifestResourceStream("judged-queries.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary><c>"text",id:grade id:grade,set</c>; no text has a quote or a comma.</summary>
    private static JudgedQuery Parse(string line)
    {
        var cells = line.Split(',');
        var grades = cells[1].Split(' ').Select(grade => grade.Split(':')).ToDictionary(grade => grade[0], grade => grade[1][0] - '0');
        return new JudgedQuery(cells[0].Trim('"'), grades, Enum.Parse<QuerySet>(cells[2], ignoreCase: true));
    }
}
