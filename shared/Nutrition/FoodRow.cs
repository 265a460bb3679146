using System.Collections.Frozen;
using CsvHelper;
using FitServerless.Csv;
using FitServerless.Language;

namespace FitServerless.Nutrition;

/// <summary>A line of <c>foods.csv</c>.</summary>
internal static class FoodRow
{
    public static Food Read(IReaderRow row) => new()
    {
        Name = row.Text("name"),
        Role = Enum.Parse<FoodRole>(row.Text("role"), ignoreCase: true),
        Group = row.Text("group"),
        Kcal = row.Number("kcal"),
        Protein = row.Number("protein"),
        Carbs = row.Number("carbs"),
        Fat = row.Number("fat"),
        Fiber = row.Number("fiber"),
        Source = row.Text("source"),
        Min = row.Number("min"),
        Max = row.Number("max"),
        Contains = row.List("contains").ToFrozenSet(),
        Stems = Words.StemsOf($"{row.Text("name")} {row.Text("words")}").ToFrozenSet(),
    };
}
