using FitServerless.Azurite;
using FitServerless.Bench.Cost;
using FitServerless.Bench.Scale;

namespace FitServerless.Tests.Docs;

/// <summary>The figures in docs/ are those that <c>dotnet fit.cs bench --parts cost,scale</c> prints, and no others.</summary>
public sealed class PrintedTablesTests
{
    [Fact]
    public void The_costs_are_what_the_benchmark_prints() => Assert.Contains(CostPart.Print(Measured.Read()), Read("cost.md"), StringComparison.Ordinal);

    [Fact]
    public void The_limits_are_what_the_benchmark_prints() => Assert.Contains(ScalePart.Print(Measured.Read()), Read("scale.md"), StringComparison.Ordinal);

    [Fact]
    public void A_bill_is_the_sum_of_its_items_and_grows_with_its_users()
    {
        var measured = Measured.Read();
        var bills = new[] { 1, 1_000, 10_000, 1_000_000 }.Select(users => new MonthlyBill(users, 2, 1, measured)).ToList();

        Assert.All(bills, bill => Assert.Equal(bill.Items.Sum(item => item.Dollars), bill.Total));
        Assert.Equal(bills.Select(bill => bill.Total).Order(), bills.Select(bill => bill.Total));
    }

    [Fact]
    public void A_busy_hour_is_the_same_each_time_and_near_its_mean()
    {
        var hour = new BusiestHour(1, Measured.Read());
        var mean = 1_000_000 * UserDay.Transactions(Measured.Read()) * UserDay.BusiestHour / 3_600;

        Assert.Equal(hour.Peak(1_000_000), hour.Peak(1_000_000));
        Assert.InRange(hour.Peak(1_000_000), mean, mean * 1.25);
    }

    private static string Read(string name) =>
        File.ReadAllText(Path.Combine(RepositoryRoot.Folder, "docs", name)).ReplaceLineEndings("\n");
}
