using System.Collections.Frozen;
using System.Globalization;
using CsvHelper;
using FitServerless.Csv;

namespace FitServerless.Exercises;

/// <summary>A line of <c>exercises.csv</c>.</summary>
internal static class ExerciseRow
{
    public static Exercise Read(IReaderRow row) => new()
    {
        Id = row.Text("id"),
        Name = row.Text("name"),
        Category = row.Text("category"),
        Pattern = row.Text("pattern"),
        PrimaryMuscles = row.List("primary"),
        SecondaryMuscles = row.List("secondary"),
        Equipment = [.. row.List("equipment").Select(choices => choices.Split('|'))],
        Level = Enum.Parse<FitnessLevel>(row.Text("level"), ignoreCase: true),
        IsHold = row.Text("mode") == "hold",
        Sides = int.Parse(row.Text("sides"), CultureInfo.InvariantCulture),
        Spare = row.List("spare").ToFrozenSet(),
        Words = row.Text("words"),
        Description = row.Text("description"),
    };
}
