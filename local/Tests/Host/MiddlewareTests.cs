using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FitServerless.Local.Tests.Host;

public sealed class MiddlewareTests
{
    private static readonly Uri ByName = new("ByName", UriKind.Relative);

    [Fact]
    public async Task Middleware_runs_in_the_order_of_registration_around_the_function()
    {
        var seen = new ConcurrentQueue<string>();
        await using var host = await TestHost.StartAsync(builder => builder
            .UseMiddleware(Recording("outer"))
            .UseWhen(context => context.FunctionDefinition.Name != "ByName", Recording("never"))
            .UseMiddleware<Named>()
            .UseMiddleware(Recording("inner"))
            .Services.AddSingleton(seen));
        await host.Client.GetStringAsync(ByName);
        Assert.Equal(["outer in", "named", "inner in", "inner out", "outer out"], seen);

        Func<FunctionContext, Func<Task>, Task> Recording(string name) => async (_, next) =>
        {
            seen.Enqueue($"{name} in");
            await next();
            seen.Enqueue($"{name} out");
        };
    }

    [Fact]
    public async Task A_result_set_instead_of_calling_on_is_the_answer()
    {
        Assert.Equal("refused", await AnswerOf((context, _) => Set(context, Results.Text("refused"))));
        Assert.Equal("refused", await AnswerOf((context, _) => Set(context, new ContentResult { Content = "refused" })));
    }

    [Fact]
    public async Task A_result_set_after_the_function_replaces_its_own()
    {
        var answer = await AnswerOf(async (context, next) =>
        {
            await next();
            Assert.IsAssignableFrom<IResult>(context.GetInvocationResult().Value);
            await Set(context, Results.Text("replaced"));
        });
        Assert.Equal("replaced", answer);
    }

    [Fact]
    public async Task The_response_can_be_written_without_any_result() =>
        Assert.Equal("direct", await AnswerOf((context, _) => context.GetHttpContext()!.Response.WriteAsync("direct")));

    [Fact]
    public async Task Items_and_features_last_for_the_invocation()
    {
        var answer = await AnswerOf(async (context, next) =>
        {
            context.Items["key"] = "item";
            context.Features.Set(new Uri("feature:here"));
            await next();
            var (item, feature, none) = (context.Items["key"], context.Features.Get<Uri>(), context.Features.Get<string>() ?? "none");
            await Set(context, Results.Text($"{item} {feature} {none}"));
        });
        Assert.Equal("item feature:here none", answer);
    }

    [Fact]
    public async Task An_exception_of_middleware_is_an_empty_500()
    {
        await using var host = await TestHost.StartAsync(builder =>
            builder.UseMiddleware((_, _) => throw new InvalidOperationException("a secret")));
        using var response = await host.Client.GetAsync(ByName);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    private static Task Set(FunctionContext context, object result)
    {
        context.GetInvocationResult().Value = result;
        return Task.CompletedTask;
    }

    private static async Task<string> AnswerOf(Func<FunctionContext, Func<Task>, Task> middleware)
    {
        await using var host = await TestHost.StartAsync(builder => builder.UseMiddleware(middleware));
        return await host.Client.GetStringAsync(ByName);
    }

    private sealed class Named(ConcurrentQueue<string> seen) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            seen.Enqueue("named");
            return next(context);
        }
    }
}
