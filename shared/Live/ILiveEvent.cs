namespace FitServerless.Live;

/// <summary>Something that happened, at its place in a feed.</summary>
public interface ILiveEvent
{
    /// <summary>Greater than that of every event before it in the same feed.</summary>
    long Cursor { get; }
}
