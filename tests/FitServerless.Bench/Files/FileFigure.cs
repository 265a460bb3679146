namespace FitServerless.Bench.Files;

internal sealed record FileFigure(string What, string Unit, double Measured);
