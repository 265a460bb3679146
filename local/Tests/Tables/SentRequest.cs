namespace FitServerless.Local.Tests.Tables;

public sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body);
