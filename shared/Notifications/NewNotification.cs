using System.Text.Json;

namespace FitServerless.Notifications;

/// <summary>A notification that some feature has for a user.</summary>
/// <param name="Id">
/// Names what happened, the same each time it is told of (for instance <c>mention-{message id}</c>): what comes again under it is no second
/// notification. At most 100 characters, as of a document's id.
/// </param>
/// <param name="Title">A line of text; what is beyond 200 characters is cut off.</param>
/// <param name="Body">Plain text; what is beyond 4,000 characters is cut off.</param>
/// <param name="Data">What a client needs to open the thing it is about; at most 16 KB.</param>
/// <param name="About">The id of a person whom it names: it is emptied when that person is forgotten.</param>
public sealed record NewNotification(string Id, NotificationKind Kind, string Title, string Body, JsonElement? Data = null, string? About = null);
