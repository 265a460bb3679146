namespace FitServerless.Chat;

/// <summary>A stream that a member listens on.</summary>
/// <param name="Id">Of the stream; a member has one a device or window.</param>
/// <param name="Until">A lease: a process that dies says no goodbye.</param>
/// <param name="Closed">Stays until the lease ends, so that a notice of arrival that comes late or twice revives nothing.</param>
public sealed record RoomConnection(string Id, string UserId, DateTimeOffset Until, bool Closed = false);
