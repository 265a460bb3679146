using System.Text.Json;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Json;

namespace FitServerless.Accounts.Sessions;

/// <summary>Sessions, also those that have ended and are not cleaned up yet; their tokens are in no storage.</summary>
internal sealed class SessionExport(IRefreshTokenStore families) : IExportSource
{
    public string Folder => "sessions";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        await using var lines = archive.Lines(Folder);
        foreach (var family in await families.ListAsync(userId, cancellationToken))
            await lines.WriteAsync(writer => Write(writer, family), cancellationToken);
        await lines.CompleteAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, RefreshFamily family)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, family.Id);
        writer.WriteString("device"u8, family.Device);
        writer.WriteString("method"u8, family.Method.ToString().ToLowerInvariant());
        Instants.Write(writer, "createdAt"u8, family.CreatedAt);
        Instants.Write(writer, "lastUsedAt"u8, family.RotatedAt);
        Instants.Write(writer, "expiresAt"u8, family.ExpiresAt);
        writer.WriteBoolean("ended"u8, family.Revoked);
        writer.WriteEndObject();
    }
}
