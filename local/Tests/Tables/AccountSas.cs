using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;

namespace FitServerless.Local.Tests.Tables;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/create-account-sas, in the form before 2020-12-06.</summary>
internal static class AccountSas
{
    private const string Version = "2019-02-02";
    private const string TableService = "t";
    private const string AllResources = "sco";
    private const string Protocol = "https,http";

    public static AzureSasCredential For(string permissions, DateTimeOffset expiry)
    {
        var until = expiry.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = $"{AzuriteTables.Account}\n{permissions}\n{TableService}\n{AllResources}\n\n{until}\n\n{Protocol}\n{Version}\n";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(AzuriteTables.Key), Encoding.UTF8.GetBytes(text));
        return new($"sv={Version}&ss={TableService}&srt={AllResources}&sp={permissions}&se={Uri.EscapeDataString(until)}"
            + $"&spr={Uri.EscapeDataString(Protocol)}&sig={Uri.EscapeDataString(Convert.ToBase64String(signature))}");
    }
}
