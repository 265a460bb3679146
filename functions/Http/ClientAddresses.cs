using System.Net;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Http;

/// <summary>Where requests come from.</summary>
internal static class ClientAddresses
{
    /// <summary>
    /// As the platform's front end says, which puts the address it saw behind whatever a client claims in <c>X-Forwarded-For</c>; without one
    /// the connection's. <c>null</c> when neither is an address.
    /// </summary>
    public static IPAddress? ClientAddress(this HttpRequest request)
    {
        var last = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        if (last.Length == 0)
            return request.HttpContext.Connection.RemoteIpAddress;
        return IPEndPoint.TryParse(last, out var endpoint) ? endpoint.Address : null;
    }
}
