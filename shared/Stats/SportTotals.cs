namespace FitServerless.Stats;

public sealed record SportTotals(string Sport, Totals Totals);
