using FitServerless.Sync;

namespace FitServerless.Adapters.Devices;

/// <summary>What changed since a place, up to the log's end.</summary>
internal sealed record DevicePull(IReadOnlyDictionary<DocumentKey, LogEntry> Entries, Head Head, Sequence Since);
