using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Tests.Host.App;

public sealed class TimerFunctions(TimerLog log)
{
    [Function("Tick")]
    public async Task Tick([TimerTrigger("%Schedules:Tick%")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await log.Runs.Writer.WriteAsync(timer, cancellationToken);
        if (log.Fails) throw new InvalidOperationException("a secret");
    }

    [Function("Greet")]
    public async Task Greet([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) =>
        await log.Runs.Writer.WriteAsync(timer);
}
