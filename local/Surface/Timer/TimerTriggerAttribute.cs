using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>Six-field NCRONTAB, a <see cref="TimeSpan"/>, or <c>%Setting%</c> naming one.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Keeps the schedule's status in storage, so that a missed occurrence is made up for.</summary>
    public bool UseMonitor { get; set; } = true;

    public bool RunOnStartup { get; set; }
}
