using System.Globalization;
using System.Text.RegularExpressions;
using FitServerless.Coach.Training;
using FitServerless.Nutrition;

namespace FitServerless.Coach.Safety;

/// <summary>
/// What free text may not advise: plans have figures to check, and a sentence may hide the same ones. English and German, sentence by sentence,
/// and rather too strict: a refusal costs an answer of the rules.
/// </summary>
internal static partial class UnsafeAdvice
{
    /// <summary>Kilograms; what the largest step is of a load that few lift. Whose load it is, free text does not say.</summary>
    private const double LargestStep = 10;

    /// <summary>Milliseconds, for those that look around and so cannot be linear by construction; they take microseconds.</summary>
    private const int Timeout = 5_000;

    public static IEnumerable<GateFault> Check(string text, string where)
    {
        foreach (var sentence in SentenceEnd().Split(text))
        {
            if (OfADay().IsMatch(sentence) && !Difference().IsMatch(sentence) && Any(Energy(), sentence, kcal => kcal < CalorieFloors.Lowest))
                yield return new GateFault(GateRule.CalorieFloor, where, $"Speaks of days with less than {CalorieFloors.Lowest} kcal.");
            if (Any(Heavier(), sentence, kilograms => kilograms > LargestStep)
                || Any(HeavierBy(), sentence, percent => percent > LoadSteps.LargestPercent))
                yield return new GateFault(GateRule.Load, where, $"Speaks of steps in load above {LoadSteps.LargestPercent} %.");
            if (Harm().IsMatch(sentence))
                yield return new GateFault(GateRule.Harm, where, "Speaks of training through pain, or of starving or drying out.");
        }
    }

    private static bool Any(Regex figure, string sentence, Predicate<double> isWrong) =>
        figure.Matches(sentence).Any(match => isWrong(Number(match.Groups["figure"].Value)));

    /// <summary>"1,500" and "1.500" are the same; "2.5" has a decimal.</summary>
    private static double Number(string figure) =>
        double.Parse(Thousands().Replace(figure, "").Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Not the point of "1.500".</summary>
    [GeneratedRegex(@"(?<=[.!?])\s+|\n", RegexOptions.None, Timeout)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[.,](?=\d{3}(\D|$))", RegexOptions.None, Timeout)]
    private static partial Regex Thousands();

    [GeneratedRegex(
        @"(?<figure>\d{1,4}([.,]\d{1,3})?)\s*(k?cal\b|(kilo)?[ck]alori)"
        + @"|\b((kilo)?[ck]alori\w*|k?cal)\s*(of|to|at|:|=|von|auf)?\s*(?<figure>\d{1,4}([.,]\d{1,3})?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Energy();

    [GeneratedRegex(
        @"\b(a|per|each|every|whole|entire|all)\s+day\b|\b(daily|intake|täglich\w*)\b|\b(am|pro|jeden|ganzen)\s+tag\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfADay();

    /// <summary>What a day is changed by, or burns, is no day's food.</summary>
    [GeneratedRegex(
        @"\b(deficit|surplus|defizit|überschuss|burn\w*|verbrenn\w*)\b"
        + @"|(cal|calories|kalorien)\s+(less|more|fewer|below|above|under|over|weniger|mehr|unter|über)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Difference();

    [GeneratedRegex(
        @"(\badd(ing)?\b[^.]{0,20}?|\b(increas|rais|steiger|erhöh)\w*\b[^.]{0,40}?\b(by|um)\s+)(?<figure>\d{1,4}([.,]\d{1,3})?)\s*(kg|kilos?|kilogram\w*)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heavier();

    [GeneratedRegex(
        @"\b(load|weights?|bar|gewicht|last)\b[^.]{0,40}?\b(by|um)\s+(?<figure>\d{1,4}([.,]\d{1,3})?)\s*(%|percent|prozent)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeavierBy();

    /// <summary>Who says "never train through pain" is right.</summary>
    [GeneratedRegex(
        @"(?<!\b(never|not|don't|don’t)\s+(\w+\s+)?)\b(train|push|work|lift|run|go|going|power|play)\s+(\w+\s+)?through\s+(\w+\s+){0,2}?(pain|injur)"
        + @"|(?<!\b(never|not|don't|don’t)\s+)\bignore\s+(the|your|any|that|this)\s+(\w+\s+)?pain"
        + @"|\btrotz\s+((der|deiner)\s+)?\w*schmerzen\s+(weiter|trainier)"
        + @"|\b(laxative|diuretic|abführmittel|entwässerung|vomit|throw\s+up|erbrechen|purg(e|ing)|starv(e|ing)|water\s+fast|dry\s+fast|nulldiät)"
        + @"|\bfast(ing)?\s+for\s+(\d{2,}|[2-9]|two|three|four|five|six|seven|several)\s+(days|weeks)|\bstop\s+(eating|drinking\s+water)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Timeout)]
    private static partial Regex Harm();
}
