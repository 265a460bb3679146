using System.Net.Sockets;
using System.Text.RegularExpressions;
using FitServerless.Azurite;

namespace FitServerless.Tests.Azurite;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task Two_run_side_by_side_on_ports_of_their_own()
    {
        await using var first = await AzuriteProcess.StartAsync();
        await using var second = await AzuriteProcess.StartAsync();

        var ports = Ports(first).Concat(Ports(second)).ToList();

        Assert.Equal(6, ports.Distinct().Count());
        Assert.All(ports, port => new TcpClient("127.0.0.1", port).Dispose());
    }

    [Fact]
    public async Task A_taken_port_is_told()
    {
        await using var first = await AzuriteProcess.StartAsync();
        var taken = new AzuriteOptions { TablePort = Ports(first).Last() };

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => AzuriteProcess.StartAsync(taken));

        Assert.Contains("EADDRINUSE", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Ports(AzuriteProcess azurite) =>
        Regex.Matches(azurite.ConnectionString, @"http://127\.0\.0\.1:(\d+)/").Select(match => int.Parse(match.Groups[1].Value, null));
}
