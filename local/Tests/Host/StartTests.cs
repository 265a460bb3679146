using System.Net;
using System.Net.Sockets;
using FitServerless.Local.Host;
using FitServerless.Local.Tests.Host.App;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Local.Tests.Host;

public sealed class StartTests
{
    [Fact]
    public async Task A_schedule_whose_setting_is_missing_is_refused_by_its_name()
    {
        var refusal = await Assert.ThrowsAsync<FunctionHostException>(
            () => TestHost.StartAsync(settings: new() { ["Schedules:Tick"] = null }));
        Assert.Contains("'Schedules:Tick'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timers_without_a_storage_account_are_refused_by_the_name_of_the_setting()
    {
        var refusal = await Assert.ThrowsAsync<FunctionHostException>(() => TestHost.StartAsync(runTimers: true));
        Assert.Contains("'AzureWebJobsStorage'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_by_its_number()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var refusal = await Assert.ThrowsAsync<FunctionHostException>(() => TestHost.StartAsync(port: port));
        Assert.Contains($"Port {port} ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_in_flight_is_answered_before_the_host_is_gone()
    {
        var waiter = new Waiter();
        var host = await TestHost.StartAsync(services: services => services.AddSingleton(waiter));
        using var client = new HttpClient { BaseAddress = host.Client.BaseAddress };
        var answer = client.GetStringAsync(new Uri("WaitForGate", UriKind.Relative));
        await waiter.Started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var stopping = host.DisposeAsync();
        waiter.Gate.SetResult();
        Assert.Equal("through", await answer);
        await stopping;
    }

    [Fact]
    public async Task Given_settings_win_over_the_environment_which_wins_over_the_file()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "local.settings.json"),
            """
            {
              "IsEncrypted": false, // comments are fine
              "Values": { "FitTest__A": "file", "FitTest__B": "file", "FitTest__C": "file" },
            }
            """);
        Environment.SetEnvironmentVariable("FitTest__B", "environment");
        Environment.SetEnvironmentVariable("FitTest__C", "environment");
        await using (var host = await TestHost.StartAsync(settings: new() { ["FitTest__C"] = "given" }, contentRoot: folder.FullName))
        {
            var settings = host.Services.GetRequiredService<IConfiguration>().GetSection("FitTest");
            Assert.Equal(["file", "environment", "given"], settings.GetChildren().Select(setting => setting.Value));
        }

        folder.Delete(recursive: true);
    }
}
