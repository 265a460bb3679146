using FitServerless.Local.Host.Durable.Messages;

namespace FitServerless.Local.Host.Durable.Work;

/// <summary>What an instance is to deal with next: messages from its inbox and events of this process, which are stored nowhere yet.</summary>
internal sealed record Step(IReadOnlyList<HubMessage> Messages, IReadOnlyList<HubEvent> Events)
{
    public bool IsEmpty => Messages.Count == 0 && Events.Count == 0;
}
