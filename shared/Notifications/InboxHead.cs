using Azure;

namespace FitServerless.Notifications;

/// <summary>The end of an inbox: the sequence given out last, and the ETag under which the next batch must find it.</summary>
/// <param name="ETag"><c>null</c> while the inbox is empty.</param>
public sealed record InboxHead(long Last, ETag? ETag);
