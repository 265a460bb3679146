using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FitServerless.Workouts.Tables;

/// <summary>
/// Writes workouts as CSV (RFC 4180), for spreadsheets. Those take a cell that begins with one of <see cref="Formulas"/> for a formula, and run it:
/// such a cell gets an apostrophe in front, which they read as "this is text" (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static class WorkoutTable
{
    /// <summary>CsvHelper's own, the line feed, and the wide forms that Excel reads alike.</summary>
    private static readonly char[] Formulas = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>Its line ends are RFC 4180's. Set here, they would be all that it puts into quotes, and not each part of them.</summary>
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = Formulas,
    };

    /// <summary>With a byte order mark: without one Excel takes UTF-8 for the machine's own code page.</summary>
    public static byte[] Head() => [.. Encoding.UTF8.Preamble, .. Write([WorkoutRow.Names])];

    public static byte[] Rows(IEnumerable<Workout> workouts) => Write(workouts.Select(WorkoutRow.Read));

    private static byte[] Write(IEnumerable<IEnumerable<string?>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, Format))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
