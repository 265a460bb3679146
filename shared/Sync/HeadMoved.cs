using FitServerless.Live;

namespace FitServerless.Sync;

/// <summary>A user's log has grown up to here; what changed is to be pulled.</summary>
public sealed record HeadMoved(Sequence Head) : ILiveEvent
{
    public long Cursor => Head.Ticks;
}
