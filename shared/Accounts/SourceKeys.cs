using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace FitServerless.Accounts;

/// <summary>
/// Network sources as counters know them: keyed hashes, since the four billion hashes of plain addresses are quickly tried. They change with
/// <c>JWT_SECRET</c>; then sources count from zero.
/// </summary>
public sealed class SourceKeys(IOptions<AccountOptions> options)
{
    private readonly byte[] _key = options.Value.DeriveKey("sources");

    /// <summary>An IPv4 address, or the /64 of an IPv6 address: that much one customer has.</summary>
    public string Of(IPAddress? address)
    {
        var known = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None;
        var bytes = known.GetAddressBytes();
        var part = known.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes;
        return Convert.ToHexStringLower(HMACSHA256.HashData(_key, part).AsSpan(0, 8));
    }
}
