namespace FitServerless.Bench.Reporting;

/// <summary>Lines up words to the left and figures to the right.</summary>
internal sealed class TextTable(TextWriter output, params (string Title, int Width)[] columns)
{
    public void WriteHeader()
    {
        WriteRow([.. columns.Select(column => column.Title)]);
        WriteRow([.. columns.Select(column => new string('-', column.Title.Length))]);
    }

    public void WriteRow(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
            output.Write(i == 0 ? cells[i].PadRight(columns[i].Width) : cells[i].PadLeft(columns[i].Width));
        output.WriteLine();
    }
}
