namespace FitServerless.Bench.Budgets;

/// <summary>A figure that is the same on every machine, and the most that it may be.</summary>
internal sealed record BudgetLine(string Operation, string Unit, double Measured, double Budget)
{
    public bool Kept => Measured <= Budget;
}
