namespace FitServerless.Adapters.Devices;

/// <summary>What the device is told.</summary>
/// <param name="Token">Sent with the next request, it tells that this answer has arrived.</param>
public sealed record DeviceAnswer(
    IReadOnlyList<DeviceChange> Changes, IReadOnlyList<DeviceRejection> Rejected, UnixUnit Unit, string Token);
