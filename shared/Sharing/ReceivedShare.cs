using FitServerless.Accounts.Profiles;

namespace FitServerless.Sharing;

/// <summary>A share, and whose thing it is.</summary>
public sealed record ReceivedShare(Share Share, Person Owner);
