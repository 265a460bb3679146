using System.Text.Json;
using FitServerless.Accounts.SecondFactors;
using FitServerless.Backups;
using FitServerless.Backups.Archives;
using FitServerless.Json;

namespace FitServerless.Accounts;

/// <summary>The account itself, without what opens it: the password's hash, the second factor's secret and codes.</summary>
internal sealed class AccountExport(IAccountStore accounts) : IExportSource
{
    public string Folder => "account";

    public async Task WriteAsync(string userId, ArchiveWriter archive, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(userId, cancellationToken) is not { } account)
            return;
        await using var lines = archive.Lines(Folder);
        await lines.WriteAsync(writer => Write(writer, account), cancellationToken);
        await lines.CompleteAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter writer, Account account)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, account.Id);
        writer.WriteString("email"u8, account.Email);
        writer.WriteString("name"u8, account.Name);
        writer.WriteStartArray("roles"u8);
        foreach (var role in account.Roles)
            writer.WriteStringValue(role);
        writer.WriteEndArray();
        writer.WriteString("timeZone"u8, account.TimeZone);
        writer.WriteString("tier"u8, account.Tier);
        Instants.Write(writer, "createdAt"u8, account.CreatedAt);
        if (account.EmailVerifiedAt is { } verifiedAt)
            Instants.Write(writer, "emailVerifiedAt"u8, verifiedAt);
        WriteSecondFactor(writer, account.SecondFactor);
        writer.WritePropertyName("settings"u8);
        writer.WriteRawValue(account.Settings ?? "{}");
        writer.WriteEndObject();
    }

    private static void WriteSecondFactor(Utf8JsonWriter writer, SecondFactor? factor)
    {
        writer.WriteStartObject("secondFactor"u8);
        writer.WriteBoolean("on"u8, factor is { IsOn: true });
        writer.WriteNumber("recoveryCodesLeft"u8, factor?.RecoveryCodes.Count ?? 0);
        writer.WriteEndObject();
    }
}
