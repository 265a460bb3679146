namespace FitServerless.Adapters.Devices;

/// <summary>The body of <c>POST /sync</c>.</summary>
public sealed record DeviceSyncRequest
{
    public IReadOnlyList<ParsedDelta>? Plans { get; init; }

    public IReadOnlyList<ParsedDelta>? Sessions { get; init; }

    public IReadOnlyList<ParsedDelta>? Cards { get; init; }

    /// <summary>Of any of the three.</summary>
    public IReadOnlyList<string?>? DeletedIds { get; init; }

    /// <summary>Of the last answer that the device has taken in; devices that do not know it leave it out.</summary>
    public string? SyncToken { get; init; }

    public int Count => (Plans?.Count ?? 0) + (Sessions?.Count ?? 0) + (Cards?.Count ?? 0) + (DeletedIds?.Count ?? 0);
}
