namespace FitServerless.Storage.Sealing;

/// <summary>A sealed blob cannot be opened: its key is not there, or it is not what was sealed. Nothing of it is given out.</summary>
public sealed class SealException(string message, Exception? cause = null) : Exception(message, cause);
