namespace FitServerless.Functions.OpenApi;

/// <summary>The function counts its calls: <c>RateLimit</c> and <c>RateLimit-Policy</c> in its answers, 429 for one too many.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RateLimitedAttribute : Attribute;
