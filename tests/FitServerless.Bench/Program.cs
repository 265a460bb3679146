using FitServerless.Azurite;
using FitServerless.Bench;
using FitServerless.Bench.Reporting;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    var options = BenchOptions.Parse(args);
    var report = await new BenchRun(options, new Printer(Console.Out), stop.Token).RunAsync();
    if (options.Json is { } file)
        await File.WriteAllBytesAsync(file, report.ToJson(), stop.Token);
    return report.IsGood ? 0 : 1;
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{BenchOptions.Usage}");
    return 2;
}
catch (MissingToolException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
