namespace FitServerless.Quotas;

/// <summary>Routes that are limited alike.</summary>
public enum RouteClass
{
    /// <summary>What signed-in people do.</summary>
    User,

    /// <summary>Opens a stream of events: once in minutes, and again after each cut of the connection.</summary>
    Stream,

    /// <summary>The feature has quotas of its own (the coach, what is said in a room), which count each of these.</summary>
    OwnQuota,

    /// <summary>Tries of passwords and links, and letters that are sent.</summary>
    SignIn,

    /// <summary>What is open to all.</summary>
    Open,

    /// <summary>Health, documentation and paths that are not there: they touch no storage, so neither does their count.</summary>
    Service,
}
