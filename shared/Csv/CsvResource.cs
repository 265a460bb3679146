using System.Globalization;
using CsvHelper;

namespace FitServerless.Csv;

/// <summary>Reads the tables that are compiled into this assembly.</summary>
internal static class CsvResource
{
    /// <param name="name">The file's path in the project, with dots.</param>
    /// <param name="read">Makes a record of a row; by hand, since a cold start is too short to compile mappings in.</param>
    public static List<T> Read<T>(string name, Func<IReaderRow, T> read)
    {
        using var stream = typeof(CsvResource).Assembly.GetManifestResourceStream($"FitServerless.{name}")!;
        using var rows = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        var records = new List<T>();
        rows.Read();
        rows.ReadHeader();
        while (rows.Read())
            records.Add(read(rows));
        return records;
    }

    public static string Text(this IReaderRow row, string column) => row.GetField(column) ?? "";

    public static double Number(this IReaderRow row, string column) => row.GetField<double>(column);

    /// <summary>Words with spaces between them.</summary>
    public static string[] List(this IReaderRow row, string column) =>
        row.Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
