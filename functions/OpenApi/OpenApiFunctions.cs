using FitServerless.Functions.Http;
using FitServerless.Quotas;
using FitServerless.Sync;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.OpenApi;

/// <summary>What there is to call, for programs.</summary>
public sealed class OpenApiFunctions(ApiDocument document)
{
    [Function(nameof(GetOpenApi))]
    [CountedAs(RouteClass.Service)]
    [AllowAnonymous]
    [Summary("This document.")]
    [Header("If-None-Match")]
    [Answer<FreeObject>(200, "OpenAPI 3.1")]
    public IResult GetOpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) =>
        request.KnownTag() == document.Tag.Tag.ToString().Trim('"')
            ? new NotModified(document.Tag)
            : new Tagged(document.Tag, TypedResults.Bytes(document.Json, "application/json"));
}
