using FitServerless.Chat.Live;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Chat;

/// <summary>Where a listener wants to go on.</summary>
internal static class RoomCursors
{
    /// <summary>By the last event's id, else by <c>after</c>, the sequence of the last message read otherwise; <c>null</c> for neither.</summary>
    /// <exception cref="ProblemException">Not an id that a room's stream gave out.</exception>
    public static RoomCursor? RoomCursor(this HttpRequest request)
    {
        if ((request.LastEventText() ?? request.Text("after")) is not { } text)
            return null;
        return FitServerless.Chat.Live.RoomCursor.TryParse(text, out var cursor)
            ? cursor
            : throw new ProblemException(Problems.Invalid("Last-Event-ID", "An id that this stream gave out."));
    }
}
