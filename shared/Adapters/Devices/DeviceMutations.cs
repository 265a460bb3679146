using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

internal static class DeviceMutations
{
    /// <summary>
    /// A device knows the version that it made itself, whatever the times say: its clock may count whole seconds, and deletes come without one.
    /// </summary>
    public static int? KnownVersion(this SeenMutation? mutation, StoredDocument? stored) =>
        stored?.State is { Past.Maker: { } maker } state && maker.Device == mutation?.Device ? state.Version : null;
}
