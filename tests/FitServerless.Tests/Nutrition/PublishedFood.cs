using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FitServerless.Tests.Nutrition;

/// <summary>A line of <c>published-foods.csv</c>, which says where the figures are from.</summary>
/// <param name="Description">What the table calls it; whether that is the food, a reader has to tell.</param>
/// <param name="Fiber"><c>null</c> when nobody measured it.</param>
internal sealed record PublishedFood(string Name, string Source, string Description, double Kcal, double Protein, double Carbs, double Fat, double? Fiber)
{
    public static IReadOnlyList<PublishedFood> All { get; } = Read();

    /// <summary>The European tables' carbohydrates are without it.</summary>
    public double CarbsWithFiber => Source.StartsWith("usda:", StringComparison.Ordinal) ? Carbs : Carbs + (Fiber ?? 0);

    private static List<PublishedFood> Read()
    {
        using var stream = typeof(PublishedFood).Assembly.GetManifestResourceStream("published-foods.csv")!;
        var format = new CsvConfiguration(CultureInfo.InvariantCulture) { AllowComments = true, PrepareHeaderForMatch = header => header.Header.ToUpperInvariant() };
        using var rows = new CsvReader(new StreamReader(stream), format);
        return [.. rows.GetRecords<PublishedFood>()];
    }
}
