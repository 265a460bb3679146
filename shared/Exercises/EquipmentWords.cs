using System.Collections.Frozen;
using FitServerless.Language;

namespace FitServerless.Exercises;

/// <summary>Reads what somebody has to train with.</summary>
internal static class EquipmentWords
{
    /// <summary>What every home has.</summary>
    public static FrozenSet<string> Household { get; } = ["chair"];

    private static readonly WordTable Table = new(
        ("dumbbell dumbell kurzhantel hantel weight gewicht", "dumbbell"),
        ("barbell langhantel", "barbell"),
        ("trap hex", "trapbar"),
        ("rack squatrack", "rack"),
        ("bench hantelbank bank", "bench"),
        ("kettlebell kugelhantel", "kettlebell"),
        ("band theraband resistance widerstandsb loop fitnessb", "band"),
        ("pullup klimmzug chinup", "pullupbar"),
        ("dip barren parallel", "dipbars"),
        ("cable kabel pulley latzug", "cable"),
        ("machine maschine", "machine"),
        ("box stepper kasten plyobox stufe", "box"),
        ("ball gymnastikball swiss stability pezziball", "ball"),
        ("medicine medizinball slam", "medicineball"),
        ("ring trx suspension schlingen", "rings"),
        ("rower rowing ruderger ruderergometer", "rower"),
        ("bike bicycle fahrrad ergometer heimtrainer spinning", "bike"),
        ("chair stuhl hocker", "chair"),
        ("treadmill laufband", "treadmill"),
        ("elliptical crosstrainer", "elliptical"),
        ("rope springseil seil", "rope"),
        ("roller blackroll faszienrolle foam", "foamroller"),
        ("backpack rucksack", "backpack"),
        ("abwheel bauchroller wheel", "abwheel"),
        ("pool swim schwimm", "pool"),
        ("stair treppe", "stairs"),
        ("table tisch", "table"),
        ("sled schlitten", "sled"),
        ("bosu balancekissen", "bosu"),
        ("homegym garage", "dumbbell barbell bench rack"));

    private static readonly string[] Gyms = ["gym", "fitnessstudio", "studio", "everything", "alles", "full"];

    private static readonly string[] Negations = ["no", "not", "without", "kein", "keine", "ohne", "except", "broken"];

    /// <summary>What somebody can train with who says so: what is named, and what is in every home.</summary>
    public static FrozenSet<string> Read(string? text) => Named(text).Concat(Household).ToFrozenSet();

    /// <summary>Of <see cref="ExerciseCatalogue.Equipment"/>.</summary>
    public static FrozenSet<string> Named(string? text)
    {
        var (have, lack) = (new HashSet<string>(), new HashSet<string>());
        foreach (var clause in (text ?? "").Replace("pull-up", "pullup", StringComparison.OrdinalIgnoreCase)
            .Replace("pull up", "pullup", StringComparison.OrdinalIgnoreCase).Split([',', ';', '.', '\n']))
            ReadClause(WordTable.WordsOf(clause), have, lack);
        return have.Except(lack).ToFrozenSet();
    }

    /// <summary>What comes after a "no" is lacking: "gym, but no rack", "bench without barbell".</summary>
    private static void ReadClause(List<string> words, HashSet<string> have, HashSet<string> lack)
    {
        var into = have;
        foreach (var word in words)
        {
            if (Negations.Contains(word))
                into = lack;
            else if (Gyms.Contains(word) && !words.Contains("home"))
                into.UnionWith(ExerciseCatalogue.Equipment);
            else
                into.UnionWith(Table.Find(word));
        }
    }
}
