namespace FitServerless.Bench.Chat;

/// <param name="OneRoom">Messages a second from eight writers in one room, until a listener has the last.</param>
/// <param name="ManyRooms">The same from 32 writers over 100 rooms with a listener each.</param>
/// <param name="ListenerKilobytes">What an open stream adds to the app's working set.</param>
internal sealed record ChatFigures(IReadOnlyList<SeenLine> Seen, double OneRoom, double ManyRooms, double ListenerKilobytes);
