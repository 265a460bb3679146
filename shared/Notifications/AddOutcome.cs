namespace FitServerless.Notifications;

/// <summary>What became of one attempt to add a notification.</summary>
public enum AddOutcome
{
    Added,

    /// <summary>There is one with this id.</summary>
    AlreadyThere,

    /// <summary>Another writer was first: read the head again.</summary>
    HeadMoved,
}
