namespace FitServerless.Local.Tests.OpenAI;

internal sealed record StubRequest(string Method, string PathAndQuery, string? ApiKey, string? Authorization, string Body);
