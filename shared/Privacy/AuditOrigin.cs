using System.Net;
using System.Net.Sockets;

namespace FitServerless.Privacy;

/// <summary>Who did something, as far as the person whose account it is may know.</summary>
/// <param name="By">
/// <c>user</c>, <c>trainer</c>, <c>owner</c> or <c>receiver</c> (of a share), <c>admin</c> or <c>system</c>. Never another person's id.
/// </param>
/// <param name="Network">Where it came from, never the whole address.</param>
public sealed record AuditOrigin(string By, string? Network)
{
    public static readonly AuditOrigin System = new("system", null);

    public static AuditOrigin User(IPAddress? address) => new("user", Truncate(address));

    public static AuditOrigin Admin(IPAddress? address) => new("admin", Truncate(address));

    /// <summary>The first 24 bits of an IPv4 address, 48 of IPv6: enough to see another provider or country, too little to name a person.</summary>
    private static string? Truncate(IPAddress? address)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var kept = address.AddressFamily == AddressFamily.InterNetwork ? 24 : 48;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(kept / 8).Clear();
        return $"{new IPAddress(bytes)}/{kept}";
    }
}
