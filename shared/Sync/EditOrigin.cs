namespace FitServerless.Sync;

/// <summary>What an edit was made on, and by whom.</summary>
/// <param name="BaseVersion">The version that the device had; 0 for a new document, <c>null</c> if it does not say.</param>
/// <param name="Mutation">The device's own name for the edit, if it gave one.</param>
internal readonly record struct EditOrigin(int? BaseVersion, SeenMutation? Mutation);
