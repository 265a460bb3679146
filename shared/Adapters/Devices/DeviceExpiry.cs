using FitServerless.Cleanup;

namespace FitServerless.Adapters.Devices;

/// <summary>Forgets devices that have not synced for <see cref="DeviceState.Lifetime"/>.</summary>
internal sealed class DeviceExpiry(DeviceStore devices) : IExpiring
{
    /// <summary>What the index knows its rows as.</summary>
    public const string Name = "devices";

    public string Kind => Name;

    public Task<DateOnly?> PurgeAsync(string owner, DateOnly day, CleanupTally done, CancellationToken cancellationToken) =>
        devices.PurgeAsync(owner, day, done, cancellationToken);
}
