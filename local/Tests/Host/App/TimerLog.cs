using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Tests.Host.App;

/// <summary>The runs of a host's timers, as they come.</summary>
public sealed class TimerLog
{
    public Channel<TimerInfo> Runs { get; } = Channel.CreateUnbounded<TimerInfo>();

    public bool Fails { get; init; }

    public Task<TimerInfo> NextAsync() => Runs.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));
}
