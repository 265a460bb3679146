using System.Net;

namespace Azure.Data.Tables.Accounts;

/// <summary>An emulator has the account in the path (<c>http://127.0.0.1:10002/account/table</c>), Azure has it in the host name.</summary>
internal static class TableUri
{
    public static string? AccountName(Uri uri)
    {
        if (uri.HostNameType == UriHostNameType.Dns && uri.Host.IndexOf('.') is var dot and >= 0)
            return uri.Host[..dot];
        return HasAccountInPath(uri) && uri.Segments.Length > 1 ? uri.Segments[1].TrimEnd('/') : null;
    }

    /// <summary>From the path, or from the signature if that is for one table.</summary>
    public static string? TableName(Uri uri, string signature)
    {
        var position = uri.HostNameType == UriHostNameType.Dns ? 1 : 2;
        return uri.Segments.Length > position ? uri.Segments[^1].TrimEnd('/') : SignedTable(signature);
    }

    /// <summary>The address of the account in an address that may go on with the table's name.</summary>
    public static Uri WithoutTable(Uri uri, string table) =>
        uri.AbsolutePath.TrimEnd('/').EndsWith($"/{table}", StringComparison.OrdinalIgnoreCase)
            ? new UriBuilder(uri) { Path = uri.AbsolutePath.TrimEnd('/')[..^table.Length] }.Uri
            : uri;

    public static void RequireTransportSecurity(Uri uri)
    {
        if (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback)
            throw new ArgumentException("Cannot use a shared access signature without HTTPS.", nameof(uri));
    }

    private static bool HasAccountInPath(Uri uri) => uri.IsLoopback || IPAddress.TryParse(uri.Host, out _);

    private static string? SignedTable(string query) =>
        query.TrimStart('?').Split('&').FirstOrDefault(x => x.StartsWith("tn=", StringComparison.Ordinal))?["tn=".Length..];
}
