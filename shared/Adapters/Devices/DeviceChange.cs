using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <param name="IsNew">The device has never had the document, as far as the server can tell.</param>
public sealed record DeviceChange(SyncedDocument Document, bool IsNew);
