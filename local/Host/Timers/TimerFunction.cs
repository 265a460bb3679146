using FitServerless.Local.Host.Invocation;
using FitServerless.Local.Host.Settings;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Host.Timers;

internal sealed class TimerFunction
{
    public TimerFunction(Function function, IConfiguration settings)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        if (function.TriggerParameter.ParameterType != typeof(TimerInfo))
            throw new FunctionHostException($"The timer of '{function.Name}' binds to {nameof(TimerInfo)} only.");
        Function = function;
        Schedule = TimerSchedule.Parse(SettingPlaceholders.Resolve(trigger.Schedule, function.Name, settings), function.Name);
        IsMonitored = trigger.UseMonitor && !Schedule.IsSubMinute;
        RunsOnStartup = trigger.RunOnStartup;
    }

    public Function Function { get; }

    public TimerSchedule Schedule { get; }

    public bool IsMonitored { get; }

    public bool RunsOnStartup { get; }

    public static IReadOnlyList<TimerFunction> From(IEnumerable<Function> functions, IConfiguration settings) =>
    [
        .. functions
            .Where(function => function.Trigger is TimerTriggerAttribute)
            .Select(function => new TimerFunction(function, settings)),
    ];
}
