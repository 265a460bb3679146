using System.Net;
using FitServerless.Local.Tests.Host.App;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FitServerless.Local.Tests.Host;

public sealed class ManualRunTests
{
    private readonly TimerLog _log = new();

    [Fact]
    public async Task A_post_to_admin_runs_a_timer_through_the_pipeline()
    {
        var seen = new TaskCompletionSource<string>();
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            Assert.Null(context.GetHttpContext());
            seen.SetResult($"{context.FunctionDefinition.Name} {context.FunctionDefinition.InputBindings["timer"].Type}");
            await next();
        }));
        using var response = await host.Client.PostAsync(new Uri("admin/functions/tick", UriKind.Relative), content: null);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.False((await _log.NextAsync()).IsPastDue);
        Assert.Equal("Tick timerTrigger", await seen.Task);
    }

    [Theory]
    [InlineData("POST", "Nobody", HttpStatusCode.NotFound)]
    [InlineData("GET", "Tick", HttpStatusCode.MethodNotAllowed)]
    public async Task What_is_no_timer_cannot_be_run(string method, string name, HttpStatusCode status)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"admin/functions/{name}");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_test_can_run_a_timer_and_await_its_end_or_failure()
    {
        await using var host = await StartAsync();
        await host.RunTimerAsync("Tick");
        Assert.Equal(1, _log.Runs.Reader.Count);

        await using var failing = await TestHost.StartAsync(services: services => services.AddSingleton(new TimerLog { Fails = true }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing.RunTimerAsync("Tick"));
    }

    private Task<TestHost> StartAsync(Action<IFunctionsWorkerApplicationBuilder>? register = null) =>
        TestHost.StartAsync(register, services => services.AddSingleton(_log));
}
