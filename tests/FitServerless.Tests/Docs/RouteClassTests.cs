using System.Reflection;
using FitServerless.Functions;
using FitServerless.Functions.Http;
using FitServerless.Quotas;
using Microsoft.Azure.Functions.Worker;

namespace FitServerless.Tests.Docs;

/// <summary>Streams, sign-ins and what touches no storage are limited as such, by whatever name new ones come.</summary>
public sealed class RouteClassTests
{
    private static readonly IReadOnlyList<(string Name, RouteClass Routes)> Functions =
    [
        .. from type in typeof(FunctionApp).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.GetParameters().Any(parameter => parameter.IsDefined(typeof(HttpTriggerAttribute)))
           select (method.GetCustomAttribute<FunctionAttribute>()!.Name, RateLimitMiddleware.ClassOf(method)),
    ];

    [Theory]
    [InlineData(RouteClass.Stream, "StreamChatEvents", "StreamNotifications", "StreamRxdb", "StreamSyncEvents")]
    [InlineData(RouteClass.SignIn, "Login", "Register", "RequestMagicLink", "UseMagicLink")]
    public void Each_of_these_and_no_other_is_in_the_class(RouteClass routes, params string[] names) =>
        Assert.Equal(names, Functions.Where(function => function.Routes == routes).Select(function => function.Name).Order());

    [Fact]
    public void Every_stream_is_in_the_class_of_streams() => Assert.All(
        Functions.Where(function => function.Name.StartsWith("Stream", StringComparison.Ordinal)), function => Assert.Equal(RouteClass.Stream, function.Routes));
}
