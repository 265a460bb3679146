using Microsoft.OpenApi;

namespace FitServerless.Functions.OpenApi;

/// <summary>The two ways to send an access token.</summary>
internal static class SecuritySchemes
{
    public const string Bearer = "bearer";
    public const string QueryToken = "queryToken";

    public static readonly IReadOnlyDictionary<string, IOpenApiSecurityScheme> All = new Dictionary<string, IOpenApiSecurityScheme>
    {
        [Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The token of POST /auth/login; it lasts 15 minutes.",
        },
        [QueryToken] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Query,
            Name = "access_token",
            Description = "The same token, for streams of events: a browser's EventSource sends no headers.",
        },
    };
}
