using FitServerless.Local.Host;
using FitServerless.Local.Host.Http;
using FitServerless.Local.Host.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Local.Tests.Host;

public sealed class HttpFunctionTests
{
    [Theory]
    [InlineData("/leading")]
    [InlineData("two//slashes")]
    [InlineData("{open")]
    [InlineData("admin/things")]
    [InlineData("Runtime")]
    public void A_route_that_the_real_host_or_worker_cannot_take_is_refused_with_the_name_of_the_function(string route)
    {
        var refusal = Assert.Throws<FunctionHostException>(() => new HttpFunction(Describe("Mine", route), routePrefix: ""));
        Assert.Contains("'Mine'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_functions_may_share_a_route_but_no_method_on_it()
    {
        Assert.Equal(2, HttpRoutes.From([Describe("A", "same/{id}", "get"), Describe("B", "same/{id}", "put")], "").Count);
        var refusal = Assert.Throws<FunctionHostException>(
            () => HttpRoutes.From([Describe("A", "same/{id}", "get"), Describe("B", "Same/{id}/", "put", "GET")], ""));
        Assert.Contains("'A' and 'B'", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<FunctionHostException>(() => HttpRoutes.From([Describe("A", "same"), Describe("B", "same", "put")], ""));
    }

    [Theory]
    [InlineData("{id}", "list", true)]
    [InlineData("{id:guid}", "list", false)]
    [InlineData("{id:alpha}", "list", true)]
    [InlineData("{id}/{part}", "{id}/notes", true)]
    [InlineData("{id}/{part?}", "list", true)]
    [InlineData("{*rest}", "a/b/{id}", true)]
    [InlineData("a/{*rest}", "b/list", false)]
    [InlineData("{id}", "a/b", false)]
    [InlineData("list", "{id}", false)]
    public void A_special_route_behind_a_general_one_is_found(string first, string second, bool isHidden)
    {
        using var services = new ServiceCollection().AddRouting().BuildServiceProvider();
        var hiddenRoutes = ActivatorUtilities.CreateInstance<HiddenRoutes>(services);
        var functions = HttpRoutes.From([Describe("A", first, "get"), Describe("B", second, "get")], routePrefix: "");
        Assert.Equal(isHidden ? ["B"] : [], hiddenRoutes.Among(functions).Select(pair => pair.Hidden.Function.Name));
    }

    private static Function Describe(string name, string route, params string[] methods)
    {
        var method = ((Action<string>)Trigger).Method;
        var trigger = new HttpTriggerAttribute(AuthorizationLevel.Anonymous, methods) { Route = route };
        return new Function(method, name, method.GetParameters()[0], trigger, isDisabled: false);
    }

    private static void Trigger(string request)
    {
    }
}
