using System.Globalization;

namespace FitServerless.Bench.Cost;

/// <summary>The tables of docs/cost.md, in Markdown. Nothing is measured here: the same record prints the same.</summary>
internal static class CostPart
{
    private static readonly (int Users, double Memory, double Logs)[] Columns =
        [(1_000, 0.5, 0.1), (1_000, 2, 0.1), (10_000, 0.5, 1), (10_000, 2, 1), (1_000_000, 2, 5)];

    public static string Print(Measured measured)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        WriteDay(output, measured);
        WriteBills(output, measured);
        return output.ToString();
    }

    private static void WriteDay(StringWriter output, Measured measured)
    {
        output.WriteLine("| a user's day | requests | transactions each | transactions |");
        output.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (var (operation, times) in UserDay.Requests)
            output.WriteLine($"| {operation} | {times} | {measured[operation]:0.##} | {times * measured[operation]:0.##} |");
        output.WriteLine($"| **together** | **{UserDay.Count}** | | **{UserDay.Transactions(measured):0.##}** |");
        output.WriteLine();
    }

    private static void WriteBills(StringWriter output, Measured measured)
    {
        var bills = Columns.Select(column => new MonthlyBill(column.Users, column.Memory, column.Logs, measured)).ToList();
        output.WriteLine(Row("dollars a month", bills.Select(bill => string.Create(CultureInfo.InvariantCulture, $"{bill.Users:N0} users, {bill.InstanceGigabytes} GB"))));
        output.WriteLine(Row("---", bills.Select(_ => "---:")));
        for (var i = 0; i < bills[0].Items.Count; i++)
            output.WriteLine(Row(bills[0].Items[i].Item, bills.Select(bill => Dollars(bill.Items[i].Dollars))));
        output.WriteLine(Row("**together**", bills.Select(bill => $"**{Dollars(bill.Total)}**")));
        output.WriteLine(Row("for each 1,000 users", bills.Select(bill => Dollars(bill.Total * 1_000 / bill.Users))));
    }

    private static string Row(string title, IEnumerable<string> cells) => $"| {title} | {string.Join(" | ", cells)} |";

    private static string Dollars(double amount) => amount.ToString(amount < 100 ? "N2" : "N0", CultureInfo.InvariantCulture);
}
