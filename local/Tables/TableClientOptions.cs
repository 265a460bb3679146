using Azure.Core;

namespace Azure.Data.Tables;

public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionString = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
    }

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    /// <summary>Who a bearer token is asked for; the public cloud when null. No other credential uses it.</summary>
    public TableAudience? Audience { get; set; }

    internal static TableClientOptions DefaultOptions => new()
    {
        Diagnostics =
        {
            LoggedHeaderNames = { "x-ms-request-id", "DataServiceVersion" },
            LoggedQueryParameters = { "api-version", "$format", "$filter", "$top", "$select" },
        },
    };

    internal string VersionString { get; }
}
