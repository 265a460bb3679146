namespace FitServerless.Backups.Archives;

/// <summary>One file of an archive, as its manifest has it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
/// <param name="Lines">Of a file of JSON Lines.</param>
public sealed record ArchiveEntry(string Name, long Size, string Sha256, int? Lines = null);
