using FitServerless.Functions.Http;
using FitServerless.Functions.OpenApi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace FitServerless.Functions.Chat.Demo;

/// <summary>A page to try the chat with, in two windows. Only where the environment's name is Development.</summary>
public sealed class DemoFunctions(IHostEnvironment environment)
{
    [Function(nameof(GetChatDemo))]
    [Summary("A page to chat with oneself; only in development.")]
    [Answer(200, "The page", MediaType = "text/html")]
    [Refuses(404)]
    [AllowAnonymous]
    public IResult GetChatDemo([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "chat-demo")] HttpRequest request) =>
        Asset("index.html");

    [Function(nameof(GetChatDemoAsset))]
    [Summary("What that page needs.")]
    [Answer(200, "The asset", MediaType = "*/*")]
    [AllowAnonymous]
    public IResult GetChatDemoAsset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "chat-demo/{asset}")] HttpRequest request, string asset) => Asset(asset);

    private IResult Asset(string name)
    {
        var type = name switch
        {
            "index.html" => "text/html; charset=utf-8",
            "demo.css" => "text/css; charset=utf-8",
            "demo.js" => "text/javascript; charset=utf-8",
            "icon.svg" => "image/svg+xml",
            _ => null,
        };
        return type is not null && environment.IsDevelopment()
            ? TypedResults.Stream(typeof(DemoFunctions).Assembly.GetManifestResourceStream(typeof(DemoFunctions), name)!, type)
            : new ProblemResult(Problems.NotFound);
    }
}
