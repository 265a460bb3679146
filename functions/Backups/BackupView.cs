using System.Text.Json.Serialization;
using FitServerless.Backups;
using FitServerless.Json;

namespace FitServerless.Functions.Backups;

/// <summary>A backup as its owner sees it.</summary>
/// <param name="Size">Bytes, packed.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
public sealed record BackupView(string Id, long Size, string Sha256)
{
    /// <summary>Only in lists.</summary>
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? CreatedAt { get; init; }

    public static BackupView Of(BackupInfo backup) => new(backup.Id.ToString(), backup.Size, backup.Sha256);

    public static BackupView Listed(BackupInfo backup) => Of(backup) with { CreatedAt = backup.CreatedAt };
}
