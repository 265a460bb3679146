namespace FitServerless.Functions.Http;

/// <summary>
/// The access token may come as the query parameter <c>access_token</c> (RFC 6750, 2.3): for streams of events, because a browser's
/// EventSource cannot send headers. URLs end up in logs of proxies and platforms, so clients that can send the header should; the token
/// lives for minutes and our own logs hold no URLs.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllowQueryTokenAttribute : Attribute;
