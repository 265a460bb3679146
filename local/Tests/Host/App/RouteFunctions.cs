using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Local.Tests.Host.App;

/// <summary>Each answers with its own name and what it was given.</summary>
public static class RouteFunctions
{
    [Function("ByName")]
    public static IResult ByName([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("ByName");

    [Function("OrderAny")]
    public static IResult OrderAny(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/{word}")] HttpRequest request, string word) =>
        Results.Text($"OrderAny {word}");

    [Function("OrderLiteral")]
    public static IResult OrderLiteral([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/literal")] HttpRequest request) =>
        Results.Text("OrderLiteral");

    [Function("NumbersByInt")]
    public static IResult NumbersByInt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{number:int}")] HttpRequest request, int number) =>
        Results.Text($"NumbersByInt {number}");

    [Function("NumbersByWord")]
    public static IResult NumbersByWord(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "numbers/{word:regex(^[a-z]+$)}")] HttpRequest request, string word) =>
        Results.Text($"NumbersByWord {word}");

    [Function("Optional")]
    public static IResult Optional(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{page:int?}")] HttpRequest request, int? page) =>
        Results.Text($"Optional {page?.ToString() ?? "none"}");

    [Function("DeepGet")]
    public static IResult DeepGet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "deep/place")] HttpRequest request) =>
        Results.Text("DeepGet");

    [Function("DeepRest")]
    public static IResult DeepRest(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "deep/{*rest}")] HttpRequest request, string? rest) =>
        Results.Text($"DeepRest {rest}");

    [Function("Disabled")]
    public static IResult Disabled([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("Disabled");

    [Function("Root")]
    public static IResult Root([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{empty:maxlength(0)?}")] HttpRequest request) =>
        Results.Text("Root");
}
