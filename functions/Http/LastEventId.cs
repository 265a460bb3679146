using System.Globalization;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>Where a stream of events goes on.</summary>
internal static class LastEventId
{
    private const string Header = "Last-Event-ID";
    private const string Parameter = "lastEventId";

    /// <summary>
    /// What the header says, else the query: a browser's EventSource cannot set the header when it is made, and comes back to the same URL
    /// with it later. <c>null</c> for a new listener.
    /// </summary>
    /// <exception cref="ProblemException">Given twice, or too long for an id of ours.</exception>
    public static string? LastEventText(this HttpRequest request)
    {
        var header = request.Headers[Header];
        if (header.Count > 1 || header.ToString().Length > 100)
            throw new ProblemException(Problems.Invalid(Header, "Once, and at most 100 characters."));
        return header.ToString() is { Length: > 0 } id ? id : request.Text(Parameter);
    }

    /// <summary>For streams whose ids are numbers.</summary>
    /// <exception cref="ProblemException">Not a whole number from 0.</exception>
    public static long? LastEventNumber(this HttpRequest request)
    {
        if (request.LastEventText() is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ProblemException(Problems.Invalid(Header, "An id that this stream gave out."));
    }

    /// <summary>For streams whose ids are places in the user's log.</summary>
    /// <exception cref="ProblemException">Not such a place.</exception>
    public static Sequence? LastEventCursor(this HttpRequest request)
    {
        if (request.LastEventText() is not { } text)
            return null;
        return Sequence.TryParse(text, out var sequence)
            ? sequence
            : throw new ProblemException(Problems.Invalid(Header, "An id that this stream gave out."));
    }
}
