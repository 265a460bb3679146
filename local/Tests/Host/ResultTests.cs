using System.Net;
using FitServerless.Local.Tests.Host.App;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Local.Tests.Host;

public sealed class ResultTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("ReturnResult", 201, """{"name":"Soup","calories":1}""")]
    [InlineData("ReturnResultTask", 200, """{"name":"Soup","calories":2}""")]
    [InlineData("ReturnAction", 200, """{"name":"Soup","calories":3}""")]
    [InlineData("ReturnActionTask", 204, "")]
    [InlineData("ReturnFile", 200, "\u0001\u0002\u0003")]
    [InlineData("ReturnText", 200, "")]
    [InlineData("ReturnObject", 200, "")]
    [InlineData("ReturnNothing", 200, "")]
    [InlineData("WriteDirectly", 418, "direct")]
    [InlineData("Throw", 500, "")]
    public async Task What_a_function_returns_or_throws_decides_the_answer(string function, int status, string body)
    {
        using var response = await host.Client.GetAsync(new Uri($"{function}", UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_answer_that_fails_half_way_is_cut_off_and_the_process_lives()
    {
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.Client.GetStringAsync("ThrowLate"));
        using var next = await host.Client.GetAsync(new Uri("ByName", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task The_scope_of_an_invocation_is_disposed_of_after_it()
    {
        using var log = new ScopeLog();
        await using var scoped = await TestHost.StartAsync(
            services: services => services.AddSingleton(log).AddScoped<ScopedThing>());
        await scoped.Client.GetStringAsync("context/x");
        Assert.True(await log.Disposed.WaitAsync(TimeSpan.FromSeconds(30)));
        await scoped.Client.GetStringAsync("context/x");
        Assert.True(await log.Disposed.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_the_invocation()
    {
        var waiter = new Waiter();
        await using var waiting = await TestHost.StartAsync(services: services => services.AddSingleton(waiter));
        using var abort = new CancellationTokenSource();
        var request = waiting.Client.GetAsync(new Uri("WaitForever", UriKind.Relative), abort.Token);
        await waiter.Started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await abort.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await waiter.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
