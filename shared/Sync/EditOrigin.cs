namespace FitServerless.Sync;

/// <summary>What an edit was made on, and by whom.</summary>
/// <param name="BaseVersion">The version that the device had; 0 for a new document, <c>null</c> if it does not say.</param>
/// <param name="Mutation">The device's own name for the edit, if it gave one.</param>
/// <param name="IsStrict">Refused, with the current document, unless it was made on that.</param>
internal readonly record struct EditOrigin(int? BaseVersion, SeenMutation? Mutation, bool IsStrict = false)
{
    /// <summary>
    /// The edit was made on what stands: by its version, or because the same device made that version as it is. A device sends its edits in
    /// order, and several of one document while it is offline, all made on the version it had last.
    /// </summary>
    public bool Knows(DocumentState stored) => BaseVersion == stored.Version
        || (Mutation is { } mutation && stored.Past.Maker is { Status: ChangeStatus.Applied } maker && maker.Device == mutation.Device);
}
