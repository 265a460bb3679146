namespace FitServerless.Backups;

/// <summary>A backup, or a stretch of it, on its way out.</summary>
/// <param name="Content">To be disposed of by whoever reads it.</param>
public sealed record BackupContent(BackupInfo Info, Stream Content);
