using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>
/// The network address that a request comes from. <c>X-Forwarded-For</c> grows at its right end: what a client writes into it stands left of
/// what the platform adds, so the first public address from the right is the one that reached the platform. Addresses of the platform's own
/// hops are private and passed over.
/// </summary>
public static class RequestSource
{
    /// <summary>Nobody's chain of proxies is longer; a longer header is somebody's game.</summary>
    private const int MaxHops = 20;

    /// <param name="proxyHops">Proxies with public addresses of our own in front of the platform, whose addresses are passed over too.</param>
    public static IPAddress? Of(HttpRequest request, int proxyHops)
    {
        var forwarded = request.Headers["X-Forwarded-For"].ToString()
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .TakeLast(MaxHops)
            .Select(Parse)
            .OfType<IPAddress>();
        var hops = forwarded.Append(request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback).Reverse().ToList();
        return hops.Where(IsPublic).Skip(proxyHops).FirstOrDefault() ?? hops[0];
    }

    /// <summary>App Service adds the port.</summary>
    private static IPAddress? Parse(string text) => IPEndPoint.TryParse(text, out var endPoint) ? endPoint.Address : null;

    private static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address))
            return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return !address.IsIPv6LinkLocal && !address.IsIPv6UniqueLocal;
        return address.GetAddressBytes() is not
            ([10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [100, >= 64 and <= 127, ..]);
    }
}
