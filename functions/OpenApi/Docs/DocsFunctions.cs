using FitServerless.Functions.Http;
using FitServerless.Quotas;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Functions.OpenApi.Docs;

/// <summary>The document of <see cref="OpenApiFunctions"/> as a page to read and to try. It runs no script but its own.</summary>
public sealed class DocsFunctions
{
    [Function(nameof(GetDocs))]
    [Summary("The page that you read this on, perhaps.")]
    [Answer(200, "The page", MediaType = "text/html")]
    [AllowAnonymous]
    [CountedAs(RouteClass.Service)]
    public IResult GetDocs([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs")] HttpRequest request) => Asset("index.html");

    [Function(nameof(GetDocsAsset))]
    [Summary("What that page needs.")]
    [Answer(200, "The asset", MediaType = "*/*")]
    [AllowAnonymous]
    [CountedAs(RouteClass.Service)]
    public IResult GetDocsAsset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "docs/{asset}")] HttpRequest request, string asset) => Asset(asset);

    private static IResult Asset(string name)
    {
        var type = name switch
        {
            "index.html" => "text/html; charset=utf-8",
            "docs.css" => "text/css; charset=utf-8",
            "docs.js" => "text/javascript; charset=utf-8",
            "icon.svg" => "image/svg+xml",
            _ => null,
        };
        return type is null
            ? new ProblemResult(Problems.NotFound)
            : TypedResults.Stream(typeof(DocsFunctions).Assembly.GetManifestResourceStream(typeof(DocsFunctions), name)!, type);
    }
}
