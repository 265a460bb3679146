namespace FitServerless.Backups.Archives;

/// <summary>What is wrong with an archive, in words for the person whose it is.</summary>
public sealed class ArchiveFormatException(string message) : Exception(message);
