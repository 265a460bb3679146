namespace FitServerless.Sync;

/// <summary>Other writers were first every time; nothing of the current batch was written, and the request may be sent again.</summary>
public sealed class SyncContentionException() : Exception("Another writer of the same user was first each time.");
