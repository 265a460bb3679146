using System.Globalization;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>Reads query parameters; what is there and wrong is a 400.</summary>
internal static class RequestQuery
{
    /// <exception cref="ProblemException">Not a whole number within the bounds.</exception>
    public static int Int(this HttpRequest request, string name, int fallback, int min, int max)
    {
        if (request.Text(name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw new ProblemException(Problems.Invalid(name, $"A whole number from {min} to {max}."));
    }

    /// <summary>0 when it is missing.</summary>
    /// <exception cref="ProblemException">Not a whole number from 0.</exception>
    public static long Number(this HttpRequest request, string name) =>
        request.Text(name) is not { } text ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
        : throw new ProblemException(Problems.Invalid(name, "A whole number from 0."));

    /// <exception cref="ProblemException">Not an ISO 8601 time.</exception>
    public static DateTimeOffset? Time(this HttpRequest request, string name) =>
        request.Text(name) is null ? null : new DateTimeOffset(request.Cursor(name).Position.Ticks, TimeSpan.Zero);

    /// <exception cref="ProblemException">Not a day.</exception>
    public static DateOnly? Day(this HttpRequest request, string name)
    {
        if (request.Text(name) is not { } text)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ProblemException(Problems.Invalid(name, "A day, for instance 2026-01-31."));
    }

    /// <exception cref="ProblemException">Not an ISO 8601 time.</exception>
    public static SyncCursor Cursor(this HttpRequest request, string name)
    {
        if (request.Text(name) is not { } text)
            return SyncCursor.Start;
        return SyncCursor.TryParse(text, out var cursor)
            ? cursor
            : throw new ProblemException(Problems.Invalid(name, "An ISO 8601 time, for instance 2026-01-31T06:30:00Z."));
    }

    /// <summary><c>null</c> when it is missing or empty.</summary>
    /// <exception cref="ProblemException">Given twice, or too long for anything we ask for.</exception>
    public static string? Text(this HttpRequest request, string name)
    {
        var values = request.Query[name];
        if (values.Count > 1 || values.ToString().Length > 1024)
            throw new ProblemException(Problems.Invalid(name, "Once, and at most 1,024 characters."));
        return values.ToString() is { Length: > 0 } text ? text : null;
    }
}
