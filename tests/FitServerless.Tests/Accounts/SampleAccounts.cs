using System.Net;
using FitServerless.Accounts;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Accounts;

internal static class SampleAccounts
{
    public static readonly Device Phone = PhoneAt(IPAddress.Parse("203.0.113.7"));

    public static Device PhoneAt(IPAddress address) => new("Firefox on Android", address);

    /// <summary>That nobody had before.</summary>
    public static IPAddress NewAddress() => new(Guid.NewGuid().ToByteArray());

    public static Account New(string? id = null) => new()
    {
        Id = id ?? Guid.NewGuid().ToString(),
        Email = $"{Guid.NewGuid():N}@example.com",
        PasswordHash = "hash",
        CreatedAt = FakeClock.Morning.AddTicks(1),
    };
}
